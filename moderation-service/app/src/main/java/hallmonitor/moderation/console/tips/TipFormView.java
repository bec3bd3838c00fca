package hallmonitor.moderation.console.tips;

import hallmonitor.moderation.console.appeal.FormWords;
import hallmonitor.settings.district.District.Building;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the form to report something shows.
 *
 * @param language {@code en} or {@code es}
 * @param base address that the form's whole address starts with, for links that leave the page
 * @param token proves that the form was made here
 * @param kinds labels of the categories to choose from
 * @param schools to choose from; one for the link of a school
 * @param schoolLink token of that link; empty for the others
 * @param staff name of the person who is signed in; empty for nobody
 * @param typed so far
 * @param problem the name of a word; empty for none
 */
public record TipFormView(
    String language,
    String district,
    ZoneId zone,
    URI base,
    String token,
    List<String> kinds,
    List<Building> schools,
    String schoolLink,
    String staff,
    TipForm typed,
    String problem) {
  private static final List<String> URGENCIES = List.of("now", "soon", "can-wait");

  public TipFormView {
    kinds = List.copyOf(kinds);
    schools = List.copyOf(schools);
  }

  public String word(String name) {
    return FormWords.in("report", language).get(name);
  }

  public String what(String kind) {
    return word("what-" + kind);
  }

  public String urgency(String code) {
    return word("urgency-" + code);
  }

  public String urgencyHint(String code) {
    return word("urgency-" + code + "-hint");
  }

  public String day(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(Locale.forLanguageTag(language + "-US"))
        .format(at.atZone(zone));
  }

  public List<String> getUrgencies() {
    return URGENCIES;
  }

  /** Returns whether the reader's school is known by the link. */
  public boolean isAtSchool() {
    return !schoolLink.isEmpty();
  }

  /** Returns the page's address, to come back to in the other language. */
  public String getHere() {
    return isAtSchool() ? PublicTipForm.AT_SCHOOL + schoolLink : PublicTipForm.FORM;
  }

  /** Returns the bookmark that opens the form for the page in view. */
  public String getBookmarklet() {
    return Bookmarklet.of(base.resolve(getHere()));
  }

  TipFormView typed(TipForm next, String nextProblem) {
    return new TipFormView(
        language,
        district,
        zone,
        base,
        token,
        kinds,
        schools,
        schoolLink,
        staff,
        next,
        nextProblem);
  }

  /**
   * What the sender keeps.
   *
   * @param reference to read out on the phone
   * @param link private link to the status
   */
  public record Receipt(String reference, URI link) {}

  /** The status; null for a link that leads to none. */
  public record Status(@Nullable TipStatus found) {}
}
