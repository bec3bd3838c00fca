package hallmonitor.moderation.casework.redaction;

import hallmonitor.moderation.casework.request.RedactionTopic;
import hallmonitor.moderation.wording.Sentence;

/** A rule that proposes redactions. The order is that in which they propose the same words. */
public enum ProposerRule {
  /** The person redacted the same words elsewhere in the text. */
  SAME_WORDS(RedactionTopic.PEOPLE, Sentence.of("The same words are redacted in this text")),
  REFUSED_STUDENT(
      RedactionTopic.STUDENTS, Sentence.of("Name of a student on the media-release list")),
  GRADES(RedactionTopic.STUDENTS, Sentence.of("Names with grades")),
  PHONE(RedactionTopic.CONTACTS, Sentence.of("Phone number")),
  EMAIL(RedactionTopic.CONTACTS, Sentence.of("Email address")),
  ADDRESS(RedactionTopic.CONTACTS, Sentence.of("Street address")),
  NUMBER(RedactionTopic.NUMBERS, Sentence.of("Social Security, account, or ID number")),
  MATTER(RedactionTopic.MATTERS, Sentence.of("Health or another private matter of a person")),
  PERSON(RedactionTopic.PEOPLE, Sentence.of("Name of a person who is not in the district's staff"));

  private final RedactionTopic topic;
  private final Sentence why;

  ProposerRule(RedactionTopic topic, Sentence why) {
    this.topic = topic;
    this.why = why;
  }

  public RedactionTopic topic() {
    return topic;
  }

  public Sentence why() {
    return why;
  }
}
