package hallmonitor.moderation.finding.name;

/** Whom a sentence is about, as far as its words tell. */
public enum NamedPerson {
  /** By name, as a pupil or a parent is. */
  NAMED,
  /** By title and name: {@code Mr. Ricks}. */
  NAMED_STAFF,
  /** By an office that one person holds: {@code our nurse}. */
  OFFICE,
  /** {@code the boy with the crutches}. */
  POINTED,
  /** {@code he}: whoever was spoken of. */
  PRONOUN,
  /** The author, or the author's own parents, brothers and sisters. */
  SELF,
  /** {@code my son}, without a name. */
  OWN_CHILD,
  /** {@code students}, {@code a teacher}, {@code anyone}. */
  ANYBODY,
  NOBODY
}
