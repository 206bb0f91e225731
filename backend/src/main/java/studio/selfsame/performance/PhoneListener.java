package studio.selfsame.performance;

import studio.selfsame.media.AudioSamples;
import studio.selfsame.speech.PhonemeTimeline;

/** Hears which speech sounds are spoken when. */
interface PhoneListener {
    /** @param sound mono */
    PhonemeTimeline recognise(AudioSamples sound);
}
