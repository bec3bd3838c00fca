package hallmonitor.moderation.text.language;

import hallmonitor.moderation.text.gloss.SpanishGloss;
import hallmonitor.moderation.text.gloss.WordEvidence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes English, Spanish and a mix of both by their words, which works for three words as well
 * as for three hundred. Asks OpenNLP's language detector (103 languages, by parts of words) about
 * texts with few words of either. That detector takes about 0.15 ms per comment and 40 MB, and is
 * unreliable below a sentence; it is loaded on first use, which takes 0.4 s.
 */
public final class DetectedLanguages implements Languages {
  private static final String MODEL = "/langdetect-183.bin";
  private static final int MOST = 1_000;

  /** In texts of at most this many words, one known word in three is enough. */
  private static final int SHORT = 4;

  /** With fewer letters in words of neither language, the language cannot be told. */
  private static final int FEWEST_LETTERS = 20;

  /** How much likelier than English and Spanish another language must be. */
  private static final double CLEARLY = 1.2;

  private final SpanishGloss gloss = SpanishGloss.shipped();
  private volatile @Nullable LanguageDetectorModel model;

  /** Takes the detector out of memory until the next text that needs it. */
  public void forget() {
    model = null;
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

  private Language detected(String text) {
    double english = 0;
    double spanish = 0;
    double other = 0;
    for (var found : new LanguageDetectorME(model()).predictLanguages(text)) {
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

  private LanguageDetectorModel model() {
    LanguageDetectorModel loaded = model;
    return loaded == null ? load() : loaded;
  }

  private synchronized LanguageDetectorModel load() {
    LanguageDetectorModel loaded = model;
    if (loaded == null) {
      loaded = shipped();
      model = loaded;
    }
    return loaded;
  }

  private static LanguageDetectorModel shipped() {
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
