package studio.selfsame.speech;

import studio.selfsame.media.AudioSamples;

/** Spoken text: mono sound and what is said when in it. */
public record Utterance(AudioSamples audio, PhonemeTimeline timeline) {}
