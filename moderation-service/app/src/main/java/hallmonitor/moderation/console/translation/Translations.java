package hallmonitor.moderation.console.translation;

import hallmonitor.moderation.console.RecentValues;
import hallmonitor.moderation.text.gloss.SpanishGloss;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * English for Spanish texts, if this server has a translator. A text is translated when someone
 * opens its case, never while comments are judged, and kept for an hour.
 */
@ApplicationScoped
public class Translations {
  private static final System.Logger LOG = System.getLogger(Translations.class.getName());

  /** Longer texts are translated up to here, in UTF-16 units. */
  private static final int LONGEST = 4_000;

  /** A translation takes a core for about a second, and the pipeline needs the others. */
  private static final int AT_ONCE = 2;

  private final Optional<ApertiumCommand> command;
  private final Duration patience;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final RecentValues<String> recent = new RecentValues<>(256, Duration.ofHours(1));

  Translations(TranslationConfig config) {
    this.patience = config.timeLimit();
    this.command =
        config.enabled()
            ? ApertiumCommand.in(
                config.path().orElse(String.valueOf(System.getenv("PATH"))), config.timeLimit())
            : Optional.empty();
  }

  /** Returns whether this server translates. */
  public boolean offered() {
    return command.isPresent();
  }

  /** Returns a translation that is there already; empty also for one that failed. */
  public Optional<String> known(String spanish) {
    return recent.get(text(spanish)).filter(english -> !english.isEmpty());
  }

  /** Returns whether no one has asked for this text yet. */
  public boolean isNew(String spanish) {
    return offered() && recent.get(text(spanish)).isEmpty();
  }

  /**
   * Translates a text. Takes about a second, at most the time limit and the wait for others.
   *
   * @return empty if it cannot be translated here; the log says why, without the text
   */
  public Optional<String> english(String spanish) {
    String text = text(spanish);
    if (isNew(spanish)) {
      translated(text).ifPresent(english -> recent.put(text, english));
    }
    return known(spanish);
  }

  /** Returns an empty text for one that fails, so that it is not tried again and again. */
  private Optional<String> translated(String text) {
    SpanishGloss gloss = SpanishGloss.shipped();
    SpanishParts parts = SpanishParts.of(text, gloss);
    if (parts.isEmpty()) {
      return Optional.of("");
    }
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      String spanish = parts.spanish();
      String english = command.orElseThrow().english(spanish);
      return Optional.of(parts.with(UnknownWords.said(english, spanish, gloss)));
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "A comment was not translated, so its case shows the word list: {0}",
          e.getMessage());
      return Optional.of("");
    } finally {
      places.release();
    }
  }

  private static String text(String spanish) {
    String text = spanish.replace('\0', ' ');
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end);
  }
}
