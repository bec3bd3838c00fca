package hallmonitor.moderation.console.language;

import hallmonitor.moderation.casework.DistrictWords;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The language of the current request: the reader's choice, otherwise the browser's language,
 * otherwise English.
 */
public final class ReaderLanguage {
  static final String COOKIE = "hallmonitor-language";
  private static final String ENGLISH = "en";
  private static final String SPANISH = "es";
  static final List<String> LANGUAGES = List.of(ENGLISH, SPANISH);
  private static final String KNOWN = "hallmonitor.language";

  /** Days and months as Spanish speakers in the United States write them. */
  private static final Locale SPANISH_HERE = new Locale("es", "US");

  private ReaderLanguage() {}

  /** Returns false also outside a request, in the service's own work. */
  public static boolean readsSpanish() {
    RoutingContext request = request();
    return request != null && language(request).equals(SPANISH);
  }

  /** Returns {@code en} or {@code es}. */
  public static String tag() {
    return readsSpanish() ? SPANISH : ENGLISH;
  }

  /** Returns the locale for dates. */
  public static Locale locale() {
    return readsSpanish() ? SPANISH_HERE : Locale.US;
  }

  /** Returns the sentence in the reader's language. */
  public static String says(Sentence sentence) {
    return readsSpanish() ? inSpanish(sentence) : sentence.toString();
  }

  /** Returns words of the district's files in the reader's language, if they are in both. */
  public static CharSequence chosen(CharSequence words) {
    return readsSpanish() ? DistrictWords.inSpanish(words) : words;
  }

  /** Returns the sentence in the language of this request, before a page exists. */
  public static String says(Sentence sentence, RoutingContext request) {
    return language(request).equals(SPANISH) ? inSpanish(sentence) : sentence.toString();
  }

  /**
   * Returns the sentence in a language, for mail.
   *
   * @param language {@code en} or {@code es}
   */
  public static String says(Sentence sentence, String language) {
    return language.equals(SPANISH) ? inSpanish(sentence) : sentence.toString();
  }

  private static String inSpanish(Sentence sentence) {
    Spanish spanish = Spanish.shipped();
    return sentence.in(
        spanish::sentence,
        code -> spanish.code(code).map(said -> said.toLowerCase(Locale.ROOT)).orElse(code));
  }

  /**
   * Translates a code to the reader's language.
   *
   * @param english its English text
   */
  public static String code(String code, String english) {
    return readsSpanish() ? Spanish.shipped().code(code).orElse(english) : english;
  }

  private static @Nullable RoutingContext request() {
    ArcContainer container = Arc.container();
    return container != null && container.requestContext().isActive()
        ? container.instance(CurrentVertxRequest.class).get().getCurrent()
        : null;
  }

  private static String language(RoutingContext request) {
    String known = request.get(KNOWN);
    if (known == null) {
      Cookie chosen = request.request().getCookie(COOKIE);
      known =
          of(
              chosen == null ? null : chosen.getValue(),
              request.request().getHeader("Accept-Language"));
      request.put(KNOWN, known);
    }
    return known;
  }

  /**
   * Chooses a language.
   *
   * @param chosen value of the cookie; null for none
   * @param accepted the browser's Accept-Language; null for none
   */
  static String of(@Nullable String chosen, @Nullable String accepted) {
    if (chosen != null && LANGUAGES.contains(chosen)) {
      return chosen;
    }
    try {
      String found =
          accepted == null
              ? null
              : Locale.lookupTag(Locale.LanguageRange.parse(accepted), LANGUAGES);
      return found == null ? ENGLISH : found;
    } catch (IllegalArgumentException e) {
      return ENGLISH;
    }
  }
}
