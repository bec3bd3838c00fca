package hallmonitor.moderation.console.page;

import hallmonitor.contract.district.District;
import hallmonitor.contract.yaml.YamlMapping;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.pipeline.Rules;
import hallmonitor.moderation.policy.Clause;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Codes of the database in the words that people read. Unknown codes stay as they are: nothing is
 * hidden.
 */
@TemplateExtension(namespace = "words")
public final class Words {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm:ss", Locale.US);

  private Words() {}

  public static String category(String label) {
    return Category.of(label).map(Words::category).orElse(label);
  }

  private static String category(Category category) {
    return switch (category) {
      case PROFANITY -> "Profanity";
      case THREAT -> "Threat";
      case THREAT_REPORT -> "Warning of a threat";
      case BULLYING -> "Personal attack";
      case HATE -> "Attack on an identity";
      case SEXUAL -> "Sexual content";
      case SELF_HARM -> "Self-harm";
      case ABUSE_DISCLOSURE -> "Disclosure of abuse";
      case CONFIDENTIAL -> "Private information";
      case FALSE_SIGNATURE -> "Signed as somebody else";
      case UNSIGNED -> "Unsigned";
      case SPAM -> "Spam";
      case DETECTOR_FAILURE -> "A detector failed";
    };
  }

  /** Of a language that is worth a label: what goes without saying has none. */
  public static String language(String code) {
    return switch (code) {
      case "es" -> "Spanish";
      case "en+es" -> "English and Spanish";
      case "other" -> "Other language";
      default -> "";
    };
  }

  public static String platform(String code) {
    return switch (code) {
      case "wordpress" -> "WordPress";
      default -> plain(code);
    };
  }

  public static String urgency(String code) {
    return switch (code) {
      case "immediate" -> "Act now";
      case "soon" -> "Soon";
      case "digest" -> "When there is time";
      default -> code;
    };
  }

  public static String state(String code) {
    return switch (code) {
      case "open" -> "Open";
      case "confirmed" -> "Hide confirmed";
      case "restored" -> "Restored";
      case "hidden" -> "Hidden by a person";
      case "dismissed" -> "Dismissed";
      default -> code;
    };
  }

  public static String action(String code) {
    return switch (code) {
      case "none" -> "Visible";
      case "hide-held" -> "Waits for its evidence";
      case "hide-ordered" -> "Being hidden";
      case "hidden" -> "Hidden";
      case "restore-ordered" -> "Being restored";
      case "restored" -> "Visible again";
      case "delete-ordered" -> "Being deleted";
      case "failed" -> "Failed";
      case "gone" -> "Gone from the platform";
      default -> code;
    };
  }

  public static String escalation(String state) {
    return switch (state) {
      case "open" -> "Waits for an answer";
      case "acknowledged" -> "Somebody has it";
      case "closed" -> "Closed";
      default -> state;
    };
  }

  /** The name of somebody in the district's file; whoever is not in it stays as they are called. */
  public static String person(String id) {
    return district().people().stream()
        .filter(p -> p.id().equals(id))
        .map(p -> p.name())
        .findFirst()
        .orElse(id);
  }

  /** By this server's clock, for pages that go on to count. */
  public static Instant now() {
    return Instant.now();
  }

  /** How long until then, or since; as the page goes on to count. */
  public static String due(Instant then) {
    long seconds = Duration.between(Instant.now(), then).toSeconds();
    return seconds < 0 ? "Overdue by " + countdown(-seconds) : "In " + countdown(seconds);
  }

  private static String countdown(long seconds) {
    if (seconds < 3600) {
      return "%d min %02d s".formatted(seconds / 60, seconds % 60);
    }
    return seconds < 86_400
        ? "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60)
        : "%d d %02d h".formatted(seconds / 86_400, seconds / 3600 % 24);
  }

  public static String outcome(String code) {
    return switch (code) {
      case "allow" -> "allowed";
      case "review" -> "put before a person";
      case "hide" -> "hidden";
      case "escalate" -> "escalated";
      default -> code;
    };
  }

  /** What a clause leads to, as the end of a sentence. */
  public static String outcomeOf(Clause.Consequence then) {
    String told = String.join(", ", then.roles().stream().map(role -> small(plain(role))).toList());
    return switch (then.outcome()) {
      case ALLOW -> "allowed";
      case REVIEW -> "put before a person";
      case HIDE -> "hidden, and put before a person";
      case ESCALATE -> (then.hide() ? "hidden and " : "") + "reported to: " + told;
    };
  }

  /** As files name it. */
  public static String role(District.Role role) {
    return YamlMapping.nameOf(role);
  }

  /** How another policy would answer differently. */
  public static String shift(String kind) {
    return switch (kind) {
      case "newly-hidden" -> "Newly hidden";
      case "newly-escalated" -> "Newly escalated";
      case "newly-reviewed" -> "Newly put before a person";
      case "no-longer-hidden" -> "No longer hidden";
      case "no-longer-escalated" -> "No longer escalated";
      case "newly-allowed" -> "Newly allowed";
      default -> plain(kind);
    };
  }

  /** What hiding does there, for somebody who is about to do it. */
  public static String hideMeans(String platform) {
    return switch (platform) {
      case "wordpress" ->
          "On WordPress a hidden comment is held for moderation: visitors no longer see it, its"
              + " author may still see it as waiting, replies stay. Nothing is deleted, and"
              + " restoring brings it back.";
      default ->
          "Hiding is reversible here: nothing is deleted, and restoring brings the comment back.";
    };
  }

  /** A code such as {@code hide-ordered} as words. */
  public static String plain(String code) {
    String spaced = code.replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ROOT);
    return spaced.isEmpty()
        ? spaced
        : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }

  /** As within a sentence. */
  public static String small(String words) {
    return words.toLowerCase(Locale.ROOT);
  }

  /** In per cent, as findings are sure. */
  public static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  /** In per cent, to a tenth, as small shares need it. */
  public static String tenths(double share) {
    return String.format(Locale.US, "%.1f %%", share * 100);
  }

  /** How long ago, in the largest whole unit. */
  public static String ago(Instant then) {
    return span(Duration.between(then, Instant.now()));
  }

  /** What somebody asked of an account. */
  public static String accountAct(String code) {
    return switch (code) {
      case "PAUSE" -> "Pause";
      case "RESUME" -> "Resume";
      case "START_BACKFILL" -> "Read the history";
      case "STOP_BACKFILL" -> "Stop reading the history";
      case "CHECK" -> "Test of the credential";
      default -> plain(code);
    };
  }

  /** How long until then, in the largest whole unit. */
  public static String until(Instant then) {
    return span(Duration.between(Instant.now(), then));
  }

  public static String lag(long millis) {
    return span(Duration.ofMillis(millis));
  }

  private static String span(Duration time) {
    long seconds = Math.max(0, time.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min";
    }
    return seconds < 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
  }

  /** In the district's time zone. */
  public static String moment(Instant then) {
    ZoneId zone = district().timeZone();
    return MOMENT.format(then.atZone(zone));
  }

  /** The day, in the district's time zone. */
  public static String day(Instant then) {
    return LocalDate.ofInstant(then, district().timeZone()).toString();
  }

  public static String building(String id) {
    return district().building(id).map(b -> b.name()).orElse(id);
  }

  public static String account(String id) {
    return district().account(id).map(a -> a.name()).orElse(id);
  }

  private static District district() {
    return Arc.container().instance(Rules.class).get().district().current().value();
  }
}
