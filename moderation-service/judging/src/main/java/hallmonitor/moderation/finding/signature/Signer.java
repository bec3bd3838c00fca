package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.name.Titles;
import java.util.List;
import java.util.Locale;

/** The person that a signature names, compared with the comment's display name. */
enum Signer {
  /** The author; then no other signature in the comment is false. */
  AUTHOR,
  /** No one that anything is known about. */
  NOBODY,
  /** A relative who shares the author's family name. */
  FAMILY,
  /** A parent of the child in the display name. */
  OWN_PARENT,
  /** A parent, while the display name shows a child. */
  PARENT,
  /** A parent with another name than the author's. */
  OTHER_PARENT,
  /** A parent with the author's family name. */
  RELATED_PARENT,
  /** {@code Principal Winslow}. */
  LEADER,
  /** {@code Coach Tanner}. */
  TITLED,
  /** {@code the principal}. */
  LEADING_OFFICE,
  /** {@code the nurse}. */
  OFFICE,
  /** {@code the math department}. */
  MANY,
  /** {@code the mothers of third grade}. */
  RELATIVES,
  /** A group, with a person's name in it. */
  NAMED_MANY,
  /** {@code the Abbott family}. */
  HOUSE,
  /** A given name and a family name. */
  FULL,
  /** One name. */
  SINGLE;

  /** The name used in features. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns whether a finding can follow. */
  boolean isAnother() {
    return this != AUTHOR && this != NOBODY;
  }

  /** Returns whether it is a person who claims no office. */
  boolean isPrivate() {
    return this == FULL || this == SINGLE || this == FAMILY || this == HOUSE;
  }

  /**
   * Returns whether a person without an office signs, so that the entry counts as signed, by its
   * author or not. {@code Mrs. Lopez} and {@code Itzel's mom} count, too.
   */
  boolean signs(PersonName name) {
    return switch (this) {
      case PARENT, OTHER_PARENT, RELATED_PARENT -> true;
      case TITLED -> name.title() == Titles.COURTESY;
      default -> isPrivate();
    };
  }

  static Signer of(SignOff signed, DisplayName author, String light, String text, Staff staff) {
    PersonName name = signed.phrase().name();
    if (name.kin() && !signed.house() && !name.hasTitle()) {
      Signer kin = ofKin(signed, author);
      if (kin != NOBODY) {
        return kin;
      }
    }
    if (isNamedBeside(signed, author, light, text.length())) {
      return AUTHOR;
    }
    if (name.parts().isEmpty()) {
      return maySpeak(signed, author, text, staff) ? NOBODY : office(name);
    }
    return switch (author.to(name)) {
      case SAME -> AUTHOR;
      case FAMILY -> FAMILY;
      case OTHER -> named(signed, name);
    };
  }

  /** Returns someone who signs as a parent, an aunt or a brother of someone. */
  private static Signer ofKin(SignOff signed, DisplayName author) {
    String owner = signed.phrase().owner();
    PersonName name = signed.phrase().name();
    if (author.kin()) {
      return NOBODY;
    }
    if (!owner.isEmpty() && (author.beginsWith(owner) || author.mocks())) {
      boolean pupil = author.kind() != DisplayName.Kind.PERSON || author.child();
      return pupil || author.mocks() ? OWN_PARENT : NOBODY;
    }
    List<String> own = name.parts().stream().filter(part -> !part.equals(owner)).toList();
    if (own.isEmpty() && author.child()) {
      return PARENT;
    }
    if (own.isEmpty() || owner.isEmpty()) {
      return NOBODY;
    }
    return switch (author.to(new PersonName(own, name.title(), false))) {
      case SAME -> AUTHOR;
      case FAMILY -> RELATED_PARENT;
      case OTHER -> OTHER_PARENT;
    };
  }

  private static Signer office(PersonName name) {
    if (name.kin()) {
      return name.title() == Titles.BODY ? RELATIVES : NOBODY;
    }
    return switch (name.title()) {
      case LEADER -> LEADING_OFFICE;
      case STAFF -> OFFICE;
      case BODY -> MANY;
      default -> NOBODY;
    };
  }

  private static Signer named(SignOff signed, PersonName name) {
    if (name.kin() && signed.house()) {
      return HOUSE;
    }
    if (name.kin() && !name.isFull()) {
      return NOBODY;
    }
    return switch (name.title()) {
      case BODY -> NAMED_MANY;
      case LEADER -> LEADER;
      case STAFF, COURTESY -> TITLED;
      default -> name.isFull() ? FULL : SINGLE;
    };
  }

  /**
   * Returns whether the author is named with the signature: {@code Kim, Joss and Mr. Lee}. Earlier
   * in the text, someone else is writing about him: {@code excuse Joss today. His mother, ...}.
   */
  private static boolean isNamedBeside(
      SignOff signed, DisplayName author, String light, int length) {
    if (author.kind() != DisplayName.Kind.PERSON) {
      return false;
    }
    return switch (signed.form()) {
      case INTRODUCTION, HEADING -> author.isNamedIn(light, 0);
      default ->
          author.isNamedIn(
              light, Math.max(0, light.length() - (length - signed.from()) - SignOff.BESIDE));
    };
  }

  /** Returns whether the author holds that office or belongs to that group. */
  private static boolean maySpeak(SignOff signed, DisplayName author, String text, Staff staff) {
    return staff.includes(author)
        || author.title() == signed.phrase().name().title()
        || author.isOf(NameTokens.plain(text.substring(signed.from(), signed.to())));
  }
}
