package hallmonitor.moderation.finding.name;

/** The person a sentence is about, as far as its words show. */
public enum NamedPerson {
  /** A student or parent by name. */
  NAMED,
  /** Staff by title and name: {@code Mr. Ricks}. */
  NAMED_STAFF,
  /** An office held by one person: {@code our nurse}. */
  OFFICE,
  /** A description: {@code the boy with the crutches}. */
  POINTED,
  /** {@code he}: the person mentioned before. */
  PRONOUN,
  /** The author, or the author's parents and siblings. */
  SELF,
  /** {@code my son}, without a name. */
  OWN_CHILD,
  /** {@code students}, {@code a teacher}, {@code anyone}. */
  ANYBODY,
  NOBODY
}
