package hallmonitor.moderation.store.archive;

import hallmonitor.moderation.casework.EnumCodes;

/** Why a picture is not read, or not all of it. */
public enum PictureGap {
  /** All of it was read. */
  NONE,
  /** Only the first of the pictures that make it move was read. */
  MOVING,
  /** It is a video: only still frames of it were read, and not what is said. */
  FRAMES,
  /** It is a video, and not even all of its still frames were read. */
  SOME_FRAMES,
  /** It has more words than are read. */
  LONG,
  /** The same address brought another picture later, to evidence or to a person. */
  CHANGED,
  /** The comment has more pictures than are read. */
  TOO_MANY,
  /** This server is set up not to fetch pictures. */
  NOT_FETCHED,
  /** The archive has no room for it. */
  FULL,
  /** Its address may not be fetched. */
  ADDRESS,
  /** Its host is unknown, or in a private network. */
  HOST,
  /** Its site no longer has it. */
  GONE,
  /** It is larger than may be fetched. */
  TOO_LARGE,
  /** Its site took too long. */
  TOO_SLOW,
  /** Its site does not answer. */
  SERVER,
  /** It is no picture and no video, or of a kind, or too large, to be decoded here. */
  NO_PICTURE,
  /** It is a video that shows nothing that can be decoded here, or takes too long to decode. */
  NO_FRAMES,
  /** It is a video, and ffmpeg is not installed. */
  NO_FRAME_TAKER,
  /** Tesseract is not installed. */
  NO_READER,
  /** Reading it failed. */
  FAILED;

  /** Returns whether it is known to be a video. */
  public boolean isVideo() {
    return this == FRAMES || this == SOME_FRAMES || this == NO_FRAMES || this == NO_FRAME_TAKER;
  }

  /** Returns what stands in the database. */
  public String code() {
    return this == NONE ? "" : EnumCodes.of(this);
  }

  /**
   * Parses what stands in the database.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static PictureGap of(String code) {
    return code.isEmpty() ? NONE : EnumCodes.read(PictureGap.class, code);
  }
}
