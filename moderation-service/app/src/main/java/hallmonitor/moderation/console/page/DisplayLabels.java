package hallmonitor.moderation.console.page;

import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.ModelReading;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.tips.HandedIn;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.ConnectedPlatform;
import hallmonitor.settings.district.District;
import hallmonitor.settings.yaml.YamlMapping;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;

/**
 * Codes of the database in words. Unknown codes stay unchanged, so that nothing is hidden. On a
 * page they are in the reader's language; as text, for files and records, in English.
 */
@TemplateExtension(namespace = "words")
public final class DisplayLabels {
  private DisplayLabels() {}

  /** Returns whether the page is in Spanish; see {@link ReaderLanguage}. */
  public static boolean spanish() {
    return ReaderLanguage.readsSpanish();
  }

  /** Returns the language code for HTML. */
  public static String readersLanguage() {
    return ReaderLanguage.tag();
  }

  /** Returns text that is not translated. */
  private static Sentence asItIs(String text) {
    return Sentence.of("{1}", text);
  }

  /** Returns why something was found. */
  public static Sentence why(Finding finding) {
    return ModelReading.why(finding);
  }

  public static Sentence category(String label) {
    return Category.of(label).map(DisplayLabels::category).orElseGet(() -> asItIs(label));
  }

  private static Sentence category(Category category) {
    return switch (category) {
      case PROFANITY -> Sentence.of("Profanity");
      case THREAT -> Sentence.of("Threat");
      case THREAT_REPORT -> Sentence.of("Tip about a threat");
      case BULLYING -> Sentence.of("Personal attack");
      case HATE -> Sentence.of("Identity attack");
      case SEXUAL -> Sentence.of("Sexual content");
      case SELF_HARM -> Sentence.of("Self-harm");
      case ABUSE_DISCLOSURE -> Sentence.of("Disclosure of abuse");
      case CONFIDENTIAL -> Sentence.of("Private information");
      case FALSE_SIGNATURE -> Sentence.of("Impersonation");
      case UNSIGNED -> Sentence.of("Unsigned");
      case SPAM -> Sentence.of("Spam");
      case DETECTOR_FAILURE -> Sentence.of("Detector failed");
    };
  }

  /** Returns the label of a language, empty for the obvious one. */
  public static Sentence language(String code) {
    return switch (code) {
      case "es" -> Sentence.of("Spanish");
      case "en+es" -> Sentence.of("English and Spanish");
      case "other" -> Sentence.of("Other language");
      default -> Sentence.NONE;
    };
  }

  public static String platform(String code) {
    return ConnectedPlatform.of(code).map(ConnectedPlatform::label).orElseGet(() -> plain(code));
  }

  public static Sentence urgency(String code) {
    return switch (code) {
      case "immediate" -> Sentence.of("Urgent");
      case "soon" -> Sentence.of("Soon");
      case "digest" -> Sentence.of("Low priority");
      default -> asItIs(code);
    };
  }

  public static Sentence state(String code) {
    return switch (code) {
      case "open" -> Sentence.of("Open");
      case "confirmed" -> Sentence.of("Hide confirmed");
      case "restored" -> Sentence.of("Restored");
      case "hidden" -> Sentence.of("Hidden");
      case "dismissed" -> Sentence.of("No violation");
      default -> asItIs(code);
    };
  }

  public static Sentence action(String code) {
    return switch (code) {
      case "none" -> Sentence.of("Visible");
      case "hide-held" -> Sentence.of("Waiting for evidence");
      case "hide-ordered" -> Sentence.of("Being hidden");
      case "hidden" -> Sentence.of("Hidden");
      case "restore-ordered" -> Sentence.of("Being restored");
      case "restored" -> Sentence.of("Visible again");
      case "delete-ordered" -> Sentence.of("Being deleted");
      case "failed" -> Sentence.of("Action failed");
      case "gone" -> Sentence.of("Deleted on the platform");
      default -> asItIs(code);
    };
  }

  public static Sentence escalation(String state) {
    return switch (state) {
      case "open" -> Sentence.of("Needs response");
      case "acknowledged" -> Sentence.of("Acknowledged");
      case "closed" -> Sentence.of("Closed");
      default -> asItIs(state);
    };
  }

  /** Returns the name of a person by a user name or an id in the district's file. */
  public static String person(String id) {
    return Arc.container().instance(DisplayNames.class).get().of(id);
  }

  /** Returns the time by this server's clock, for pages that keep counting. */
  public static Instant now() {
    return Instant.now();
  }

  /** Returns the time until then, or since, in the form that the page's script updates. */
  public static Sentence due(Instant then) {
    long seconds = Duration.between(Instant.now(), then).toSeconds();
    return seconds < 0
        ? Sentence.of("Overdue by {1}", Elapsed.countdown(-seconds))
        : Sentence.of("In {1}", Elapsed.countdown(seconds));
  }

  public static Sentence outcome(String code) {
    return switch (code) {
      case "allow" -> Sentence.of("allowed");
      case "review" -> Sentence.of("sent to review");
      case "hide" -> Sentence.of("hidden");
      case "escalate" -> Sentence.of("escalated");
      default -> asItIs(code);
    };
  }

  /** Returns a clause's consequences, as the end of a sentence. */
  public static Sentence outcomeOf(Clause.Consequence then) {
    return switch (then.outcome()) {
      case ALLOW -> Sentence.of("allowed");
      case REVIEW ->
          then.dangerLane()
              ? Sentence.of("sent to review, in the danger lane")
              : Sentence.of("sent to review");
      case HIDE -> Sentence.of("hidden and sent to review");
      case ESCALATE ->
          then.hide()
              ? Sentence.of("hidden and reported to: {1}", told(then))
              : Sentence.of("reported to: {1}", told(then));
    };
  }

  private static String told(Clause.Consequence then) {
    return String.join(", ", then.roles().stream().map(role -> small(plain(role))).toList());
  }

  /** Returns the role's name in files. */
  public static String role(District.Role role) {
    return YamlMapping.nameOf(role);
  }

  /** Describes how another policy would answer differently. */
  public static Sentence shift(String kind) {
    return switch (kind) {
      case "newly-hidden" -> Sentence.of("Newly hidden");
      case "newly-escalated" -> Sentence.of("Newly escalated");
      case "newly-reviewed" -> Sentence.of("Newly sent to review");
      case "no-longer-hidden" -> Sentence.of("No longer hidden");
      case "no-longer-escalated" -> Sentence.of("No longer escalated");
      case "newly-allowed" -> Sentence.of("Newly allowed");
      default -> asItIs(plain(kind));
    };
  }

  /** Returns a code such as {@code hide-ordered} in words of the reader's language. */
  public static String plain(String code) {
    String lower = code.toLowerCase(Locale.ROOT).replace('_', '-');
    return ReaderLanguage.code(lower, CodeNames.of(lower));
  }

  /**
   * Returns a name given by the district, such as {@code case-number}, in words; not translated.
   */
  public static String spaced(String code) {
    String spaced = code.replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ROOT);
    return spaced.isEmpty()
        ? spaced
        : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }

  /** Returns a day such as {@code sunday} within a sentence, in the reader's language. */
  public static String weekday(String code) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().equalsIgnoreCase(code))
        .findFirst()
        .map(day -> day.getDisplayName(TextStyle.FULL, ReaderLanguage.locale()))
        .orElse(code);
  }

  /** Returns words in the form used within a sentence. */
  public static String small(Object words) {
    String said =
        words instanceof Sentence sentence ? ReaderLanguage.says(sentence) : words.toString();
    return said.toLowerCase(Locale.ROOT);
  }

  /** Returns up to two initials of a person's name, for an avatar. */
  public static String initials(String name) {
    return Initials.of(name);
  }

  /** Returns the number of an avatar's color, the same for a name everywhere. */
  public static int tint(String name) {
    return Initials.tint(name);
  }

  /** Formats a score in percent. */
  public static String percent(double share) {
    return Math.round(share * 100) + percentSign();
  }

  /** Formats a small share in percent with one decimal. */
  public static String tenths(double share) {
    return String.format(Locale.US, "%.1f", share * 100) + percentSign();
  }

  /** Spanish puts a space before the sign, English does not. */
  private static String percentSign() {
    return spanish() ? "\u00a0%" : "%";
  }

  /** Returns the elapsed time in the largest whole unit. */
  public static String ago(Instant then) {
    return Elapsed.inWords(Duration.between(then, Instant.now()));
  }

  /** Returns what was requested for an account. */
  public static Sentence accountAct(String code) {
    return switch (code) {
      case "PAUSE" -> Sentence.of("Pause");
      case "HALT" -> Sentence.of("Pause reading and acting");
      case "RESUME" -> Sentence.of("Resume");
      case "START_BACKFILL" -> Sentence.of("Read history");
      case "STOP_BACKFILL" -> Sentence.of("Stop reading history");
      case "CHECK" -> Sentence.of("Connection test");
      default -> asItIs(plain(code));
    };
  }

  /** Returns the remaining time in the largest whole unit. */
  public static String until(Instant then) {
    return Elapsed.inWords(Duration.between(Instant.now(), then));
  }

  public static String lag(long millis) {
    return Elapsed.inWords(Duration.ofMillis(millis));
  }

  /** Formats a time in the district's time zone and the reader's language; see {@link Moments}. */
  public static String moment(Instant then) {
    return moments(ReaderLanguage.locale()).moment(then);
  }

  /** Formats a time in English, with its year, for exported files. */
  public static String recordedMoment(Instant then) {
    return moments(Locale.US).recorded(then);
  }

  /** Formats the hour in the district's time zone, with the day unless it is today. */
  public static String hour(Instant then) {
    return moments(ReaderLanguage.locale()).hour(then);
  }

  /** Formats a day in the district's time zone. */
  public static String day(Instant then) {
    return moments(ReaderLanguage.locale()).day(then);
  }

  /** Formats a day of the calendar. */
  public static String date(LocalDate day) {
    return moments(ReaderLanguage.locale()).day(day);
  }

  private static Moments moments(Locale locale) {
    return Moments.at(Instant.now(), district().timeZone(), locale);
  }

  /** Formats a number with commas, as English and Spanish in the United States both do. */
  public static String count(long n) {
    return String.format(Locale.US, "%,d", n);
  }

  /** Formats the size of a file, at least 0.1 MB. */
  public static String megabytes(long bytes) {
    return String.format(Locale.US, "%.1f MB", Math.max(0.1, bytes / (double) (1 << 20)));
  }

  public static String building(String id) {
    return district().building(id).map(b -> b.name()).orElse(id);
  }

  public static String account(String id) {
    return district()
        .account(id)
        .map(a -> a.name())
        .or(() -> HandedIn.building(id).map(DisplayLabels::tipsOf))
        .orElse(id);
  }

  private static String tipsOf(String building) {
    return ReaderLanguage.says(Sentence.of("Tip: {1}", building(building)));
  }

  /** Returns whether a school says more than the name of its account does. */
  public static boolean addsBuilding(String account, String building) {
    return !account(account).contains(building(building));
  }

  private static District district() {
    return Arc.container().instance(LiveRules.class).get().district().current().value();
  }
}
