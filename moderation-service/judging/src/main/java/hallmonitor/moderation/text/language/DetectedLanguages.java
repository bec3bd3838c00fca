package hallmonitor.moderation.text.language;

import hallmonitor.moderation.text.gloss.SpanishGloss;
import hallmonitor.moderation.text.gloss.WordEvidence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells English, Spanish and both together by their words, which holds for three words as for three
 * hundred, and asks OpenNLP's language detector (103 languages, by parts of words) about what has
 * few words of either. That one takes about 0.15 ms a comment and 40 MB, and is unsure below a
 * sentence: it is read when it is first needed.
 */
public final class DetectedLanguages implements Languages {
  private static final String MODEL = "/langdetect-183.bin";
  private static final int MOST = 1_000;

  /** In so few words, one in three that is known must do. */
  private static final int SHORT = 4;

  /** Below this many letters in words of neither language, nobody can tell. */
  private static final int FEWEST_LETTERS = 20;

  /** How much likelier the detector must find another language than English and Spanish. */
  private static final double CLEARLY = 1.2;

  private static final class Detector {
    private static final LanguageDetectorModel SHIPPED = read();

    private static LanguageDetectorModel read() {
      try (InputStream in = DetectedLanguages.class.getResourceAsStream(MODEL)) {
        if (in == null) {
          throw new IllegalStateException(MODEL + " is missing from the class path: build again");
        }
        return new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final SpanishGloss gloss = SpanishGloss.shipped();

  /** Reads what it needs, ahead of the first comment that needs it; takes seconds. */
  public void warmUp() {
    detected("Bonjour, la réunion des parents commence quand ?");
  }

  @Override
  public Language of(String text) {
    String start = text.length() > MOST ? text.substring(0, MOST) : text;
    WordEvidence words = gloss.evidence(start);
    int fewer = Math.min(words.english(), words.spanish());
    int known = words.english() + words.spanish();
    if (fewer >= 2 && 7 * fewer >= words.words()) {
      return Language.MIXED;
    }
    if (known > 0 && (words.words() <= SHORT ? 3 : 2) * known >= words.words()) {
      return words.spanish() > words.english() ? Language.SPANISH : Language.ENGLISH;
    }
    return letters(start) < FEWEST_LETTERS ? Language.UNKNOWN : detected(start);
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetter).count();
  }

  private static Language detected(String text) {
    double english = 0;
    double spanish = 0;
    double other = 0;
    for (var found : new LanguageDetectorME(Detector.SHIPPED).predictLanguages(text)) {
      switch (found.getLang()) {
        case "eng" -> english = found.getConfidence();
        case "spa" -> spanish = found.getConfidence();
        default -> other = Math.max(other, found.getConfidence());
      }
    }
    double own = Math.max(english, spanish);
    if (other >= CLEARLY * own) {
      return Language.OTHER;
    }
    if (own < other) {
      return Language.UNKNOWN;
    }
    return spanish > english ? Language.SPANISH : Language.ENGLISH;
  }
}
