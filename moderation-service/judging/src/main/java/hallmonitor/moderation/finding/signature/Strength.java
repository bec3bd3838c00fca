package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.name.Titles;
import hallmonitor.moderation.finding.signature.SignOff.Form;

/** How sure it is that a signature names its author, when the display name does not. */
final class Strength {
  private final Staff staff;

  Strength(Staff staff) {
    this.staff = staff;
  }

  /** Of one who speaks for an office or for many, and names nobody in it. */
  double office(SignOff signed, DisplayName author) {
    PersonName name = signed.phrase().name();
    boolean handle = author.kind() == DisplayName.Kind.HANDLE;
    boolean determined = signed.phrase().determined();
    boolean apart = signed.form() != Form.THANKS && signed.form() != Form.SENTENCE;
    boolean heads = signed.form() == Form.HEADING;
    if (name.kin()) {
      return name.title() == Titles.BODY ? (handle && apart ? 0.55 : 0.4) : 0;
    }
    return switch (name.title()) {
      case LEADER -> {
        double sure = handle || staff.isKnown() ? 0.94 : 0.85;
        double loose = determined ? 0.6 : 0.4;
        yield heads ? heading(handle) : apart ? sure : loose;
      }
      case BODY -> {
        double sure = handle ? 0.85 : 0.8;
        double loose = handle || signed.isLongName() ? 0.5 : 0.4;
        yield heads ? heading(handle) : apart ? sure : determined ? 0.6 : loose;
      }
      case STAFF -> heads ? (handle ? 0.5 : 0.3) : employee(signed, handle);
      default -> 0;
    };
  }

  private static double heading(boolean handle) {
    return handle ? 0.6 : 0.4;
  }

  /** {@code - the nurse}, {@code a teacher here} */
  private static double employee(SignOff signed, boolean handle) {
    boolean determined = signed.phrase().determined();
    if (signed.form() == Form.INTRODUCTION) {
      return determined ? 0.7 : handle ? 0.45 : 0;
    }
    boolean fond = signed.form() == Form.LOVE;
    double plain = handle && isSure(signed) ? 0.5 : 0;
    return determined ? (fond && !handle ? 0.4 : 0.6) : plain;
  }

  /** Of one who signs with a name. */
  double named(SignOff signed, DisplayName author, Comment comment) {
    PersonName name = signed.phrase().name();
    Surroundings around =
        Surroundings.of(comment.text(), comment.normalised().text(), signed.from());
    boolean handle = author.kind() == DisplayName.Kind.HANDLE;
    boolean addressed = signed.form() != Form.LOVE && around.isAddressed(signed.form(), handle);
    if (signed.house() && name.kin()) {
      return house(signed, around, addressed);
    }
    if (name.kin() && !name.isFull()) {
      return 0;
    }
    if (name.title() == Titles.BODY) {
      return signed.form() == Form.SENTENCE ? 0.6 : 0.8;
    }
    if (name.hasTitle()) {
      return isSpokenOf(signed, around) ? 0.3 : titled(signed, addressed, around.isFirstPerson());
    }
    return name.isFull()
        ? full(signed, author, around, addressed)
        : single(signed, author, around, comment.text(), addressed);
  }

  /** {@code I miss my first teacher. Mrs. Lee}, {@code saludos, maestra Ana}: of him or to him. */
  private static boolean isSpokenOf(SignOff signed, Surroundings around) {
    return !signed.role()
        && (signed.form() == Form.SENTENCE && around.means()
            || signed.form() == Form.CLOSING && around.isSoft() && !signed.phrase().determined());
  }

  /** {@code The Abbott family} */
  private static double house(SignOff signed, Surroundings around, boolean addressed) {
    boolean determined = signed.phrase().determined();
    return switch (signed.form()) {
      case CLOSING -> determined || around.capital() ? 0.6 : 0.4;
      case DASH -> 0.6;
      case LOVE, GRATEFUL, INTRODUCTION -> 0.55;
      case LINE, SENTENCE -> addressed && !determined ? 0.2 : 0.5;
      case THANKS -> determined ? 0.5 : 0.2;
      case HEADING -> 0.2;
    };
  }

  private double full(SignOff signed, DisplayName author, Surroundings around, boolean addressed) {
    boolean handle = author.kind() == DisplayName.Kind.HANDLE;
    boolean known = isKnown(signed.phrase().name());
    boolean first = around.isFirstPerson();
    boolean role = signed.role();
    return switch (signed.form()) {
      case CLOSING ->
          author.kind() == DisplayName.Kind.PERSON && known && !around.isSoft() ? 0.93 : 0.8;
      case INTRODUCTION -> handle ? 0.7 : 0.85;
      case DASH -> {
        double alone = around.endsSentence() ? 0.6 : 0.45;
        yield known ? (first || role ? 0.8 : alone) : first ? 0.55 : 0.3;
      }
      case LINE -> known && !addressed ? 0.7 : 0.4;
      case LOVE, GRATEFUL -> known ? 0.65 : 0.5;
      case HEADING -> known && handle ? 0.6 : known || handle ? 0.5 : 0.4;
      case THANKS -> {
        boolean asks = role || around.isRequest() || known && handle && around.saysI();
        yield asks ? 0.6 : known && around.closesWithThanks() ? 0.5 : 0.2;
      }
      case SENTENCE -> {
        double unknown = first && handle ? 0.5 : 0.3;
        double alone = handle || !around.capital() ? 0.5 : 0.45;
        yield role
            ? 0.8
            : addressed || around.means() || around.chooses()
                ? 0.2
                : !known ? unknown : first ? 0.65 : alone;
      }
    };
  }

  private double single(
      SignOff signed, DisplayName author, Surroundings around, String text, boolean addressed) {
    PersonName name = signed.phrase().name();
    boolean handle = author.kind() == DisplayName.Kind.HANDLE;
    boolean first = around.isFirstPerson();
    if (signed.isOfSeveral(text) && around.isOfSeveral() && !around.means()) {
      return 0.5;
    }
    if (!isKnown(name) && !signed.role()) {
      return isSure(signed) && signed.form() != Form.DASH
              || signed.form() == Form.INTRODUCTION
              || handle && first && isApart(signed, addressed, text)
          ? 0.5
          : 0.2;
    }
    if (isShort(name.parts().get(0), author)) {
      return 0.4;
    }
    boolean shows = author.kind() == DisplayName.Kind.PERSON || author.showsGivenName();
    return switch (signed.form()) {
      case CLOSING, INTRODUCTION -> shows ? 0.65 : 0.55;
      case DASH, LOVE -> shows ? 0.6 : 0.5;
      case LINE, SENTENCE ->
          first && (!addressed || isInitialled(name)) ? (shows ? 0.55 : 0.5) : 0.2;
      case HEADING -> signed.role() && handle ? 0.5 : 0.2;
      case GRATEFUL -> 0.3;
      case THANKS -> 0.1;
    };
  }

  private static double titled(SignOff signed, boolean addressed, boolean first) {
    boolean leader = signed.phrase().name().title() == Titles.LEADER;
    boolean role = signed.role();
    return switch (signed.form()) {
      case CLOSING -> leader ? 0.95 : 0.88;
      case DASH -> leader ? 0.94 : 0.85;
      case INTRODUCTION -> leader ? 0.95 : 0.88;
      case LINE -> addressed ? 0.4 : leader ? 0.9 : 0.8;
      case LOVE -> 0.7;
      case HEADING -> leader ? 0.7 : 0.6;
      case THANKS, GRATEFUL -> role ? 0.6 : 0.1;
      case SENTENCE -> {
        boolean spokenTo = addressed && !role && !(signed.phrase().name().isFull() && first);
        yield spokenTo ? 0.2 : first || role ? 0.8 : 0.7;
      }
    };
  }

  private boolean isKnown(PersonName name) {
    return GivenNames.isPossible(name.parts().get(0)) || staff.has(name);
  }

  /** {@code Ann B.}: nobody is called so. */
  private static boolean isInitialled(PersonName name) {
    return name.parts().size() > 1;
  }

  private static boolean isApart(SignOff signed, boolean addressed, String text) {
    return signed.form() == Form.DASH
        || signed.form() != Form.THANKS
            && signed.phrase().determined()
            && !addressed
            && !signed.isShouted(text);
  }

  /** Begins as the given name does: most pet names do. */
  private static boolean isShort(String signed, DisplayName author) {
    return author.kind() == DisplayName.Kind.PERSON
        && !author.mocks()
        && signed.charAt(0) == author.tokens().get(0).charAt(0);
  }

  private static boolean isSure(SignOff signed) {
    return signed.form() == Form.CLOSING || signed.form() == Form.DASH;
  }
}
