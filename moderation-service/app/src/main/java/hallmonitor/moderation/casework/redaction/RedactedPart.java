package hallmonitor.moderation.casework.redaction;

/** A part of a record that can be redacted. */
public enum RedactedPart {
  /** Words of the text. */
  TEXT,
  /** The whole name of the author. */
  AUTHOR,
  /** The whole title of the post. */
  TITLE,
  /** One whole picture, video, or other attachment. */
  ATTACHMENT,
  /** A rectangle of a picture. */
  AREA
}
