import type { Problem } from './client';

export interface Me {
  personId: string;
  roles: string[];
  verification: {
    id: string | null;
    state: 'none' | 'checking' | 'awaiting-referee' | 'approved' | 'rejected' | 'unusable';
    problem?: Problem | null;
  };
}

export interface Finding {
  severity: 'info' | 'warning' | 'refused';
  text: string;
  startSeconds: number;
  endSeconds: number;
}

export interface Enrolment {
  id: string;
  likenessId: string;
  state: 'analysing' | 'accepted' | 'refused' | 'failed' | 'withdrawn';
  stage: string;
  fraction: number;
  report?: {
    durationSeconds: number;
    frames: number;
    widthPx: number;
    heightPx: number;
    framesPerSecond: number;
    usableFrames: number;
    shots: {
      index: number;
      startSeconds: number;
      endSeconds: number;
      matched: boolean;
      similarity: number;
    }[];
    findings: Finding[];
  } | null;
  problem?: Problem | null;
}

export interface ConsentText {
  version: number | string;
  language: string;
  text: string;
  sha256: string;
}

export interface Consent {
  likenessId: string;
  state: 'none' | 'granted' | 'withdrawn';
}

export interface Likeness {
  id: string;
  enrolmentId: string;
  state: 'untrained' | 'training' | 'ready' | 'failed' | 'withdrawn';
  stage: string;
  fraction: number;
  curve: { step: number; loss: number; heldOutPsnrDb: number | null }[];
  provenance?: { technique: string; metrics: Record<string, number>; trainedAt: string } | null;
  problem?: Problem | null;
}

export interface Performance {
  id: string;
  likenessId: string;
  state: 'speaking' | 'ready' | 'failed' | 'withdrawn';
  durationSeconds: number;
  words: { text: string; startSeconds: number; endSeconds: number }[];
  problem?: Problem | null;
}

export interface Render {
  id: string;
  performanceId: string;
  likenessId: string;
  state: 'rendering' | 'sealing' | 'sealed' | 'failed' | 'cancelled' | 'refused';
  segments: { total: number; done: number };
  stage: string;
  fraction: number;
  permittedBy: string[];
  outputId?: string | null;
  problem?: Problem | null;
}

export interface Output {
  outputId: string;
  state: 'in-force' | 'withdrawn' | 'taken-down';
  sealedAt: string;
  fileSha256: string;
  manifestSha256: string;
  renderId?: string;
}

export interface Inspection {
  id: string;
  state: 'inspecting' | 'done' | 'failed';
  report?: {
    verdict: 'in-force' | 'not-ours' | 'withdrawn' | 'altered';
    watermark: { found: boolean; outputId: string | null; picture: boolean; sound: boolean };
    credentials: { state: 'valid' | 'invalid' | 'absent'; failures: string[] };
    record: { state: 'in-force' | 'withdrawn' | 'taken-down' | 'unknown' };
    findings: string[];
  } | null;
  problem?: Problem | null;
}

export interface Verification {
  id: string;
  state: Me['verification']['state'];
}
