package studio.selfsame.sealing.c2pa;

/** Forms of files that credentials are looked for in (C2PA 2.4, annex A). */
enum FileForm {
    /** MP4 and its relatives: bound box by box. */
    BMFF,
    PNG,
    JPEG,
    /** WAV, WebP, AVI. */
    RIFF,
    /** MP3 and whatever else begins with an ID3 tag. */
    ID3
}
