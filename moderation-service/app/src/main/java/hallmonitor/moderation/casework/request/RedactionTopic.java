package hallmonitor.moderation.casework.request;

/** What a redaction can be about; {@code requests.yaml} says which exemption is proposed for it. */
public enum RedactionTopic {
  /** Students with families that refuse publication, and lists of grades. */
  STUDENTS,
  /** Other people by name. */
  PEOPLE,
  /** Phone numbers, email and street addresses. */
  CONTACTS,
  /** Social Security numbers, and those of students and accounts. */
  NUMBERS,
  /** Illnesses, suspensions, and other matters of a person. */
  MATTERS
}
