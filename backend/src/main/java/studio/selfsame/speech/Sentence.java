package studio.selfsame.speech;

import java.util.List;

/** @param endsParagraph whether a longer pause follows */
record Sentence(List<SpokenWord> words, boolean endsParagraph) {}
