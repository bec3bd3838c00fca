package hallmonitor.moderation.console.audit;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.wording.Sentence;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A filter of the audit log, as in the form. An empty value is no filter.
 *
 * @param aboutCase a case's id, or any text that contains one, such as the address of its page
 * @param from first day, in the district's time zone
 * @param until last day
 */
public record AuditFilter(String actor, String act, String aboutCase, String from, String until) {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

  static AuditFilter of(String actor, String act, String aboutCase, String from, String until) {
    return new AuditFilter(plain(actor), plain(act), plain(aboutCase), plain(from), plain(until));
  }

  private static String plain(String value) {
    return value == null ? "" : value.replace("\0", "").strip();
  }

  /** Returns one sentence about what is wrong with it; empty if it can be used. */
  public Sentence getProblem() {
    if (!aboutCase.isEmpty() && caseId().isEmpty()) {
      return Sentence.of("Enter the address of a case's page.");
    }
    boolean read =
        (from.isEmpty() || day(from).isPresent()) && (until.isEmpty() || day(until).isPresent());
    return read ? Sentence.NONE : Sentence.of("Choose a date, or leave the field empty.");
  }

  public boolean isNarrowed() {
    return !getQuery().isEmpty();
  }

  Optional<UUID> caseId() {
    Matcher id = ID.matcher(aboutCase);
    return id.find() ? Optional.of(UUID.fromString(id.group())) : Optional.empty();
  }

  Optional<LocalDate> firstDay() {
    return day(from);
  }

  Optional<LocalDate> lastDay() {
    return day(until);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(d -> d.getYear() > 0 && d.getYear() < 10_000);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Returns the query of the page's address. */
  public String getQuery() {
    String query =
        part("actor", actor)
            + part("act", act)
            + part("case", aboutCase)
            + part("from", from)
            + part("until", until);
    return query.isEmpty() ? "" : query.substring(1);
  }

  private static String part(String name, String value) {
    return value.isEmpty() ? "" : "&" + name + "=" + encode(value, UTF_8);
  }
}
