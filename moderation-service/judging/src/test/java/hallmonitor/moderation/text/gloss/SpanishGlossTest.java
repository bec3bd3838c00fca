package hallmonitor.moderation.text.gloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what an English model reads of a Spanish comment. */
class SpanishGlossTest {
  private static String gloss(String text) {
    return SpanishGloss.shipped().of(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "He has come once for a red pan and no son of mine dares me.",
        "Don't come to the game, my mayor said no.",
        "a mesa, a plaza and a patio",
        "The Los Angeles team beat San Diego, El Paso and Las Vegas.",
        "Mr. Garcia and Maria De La Cruz ran the sale at once",
        "ha ha that was so fun me and he can come",
        "write to casa@escuela.example or @la_casa",
      })
  void englishStaysAsItIs(String text) {
    assertThat(gloss(text)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource({
    "te voy a matar en la salida, you i am going to kill at the exit after school",
    "mi padrastro me pega, my stepfather me hits",
    "mi hija tiene miedo, my daughter is afraid",
    "me da igual, i do not care",
    "te las vas a ver conmigo, you will have trouble with me",
    "ya no puedo más, i can not go on",
    "los vamos a matar el viernes, them we are going to kill the friday",
    "nos duele el corazón, us hurts the heart",
    "qué bonito concierto, how pretty concert",
  })
  void spanishIsGlossed(String spanish, String english) {
    assertThat(gloss(spanish)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource({
    "mi hijo is scared of that kid, my son is scared of that kid",
    "shut up pendejo, shut up dumbass",
    "ya no puedo más but i love this school, i can not go on but i love this school",
    "tell the principal que le va a doler, tell the principal that him is going to hurt",
  })
  void onlyTheSpanishStretchOfAMixedCommentChanges(String mixed, String english) {
    assertThat(gloss(mixed)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource({
    "voy a matarte, i am going to kill you",
    "dímelo ya, tell me it already",
    "pégale fuerte, hit him strong",
    "quiero quererlo, i want want him",
    "quiere matarme, wants kill me",
    "quiero cortarme, i want cut myself",
    "está esperándonos, is waiting for us",
  })
  void pronounsAreTakenOffTheVerb(String spanish, String english) {
    assertThat(gloss(spanish)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource({
    "mañana habrá función, manana habra funcion",
    "mi papá está enojado, mi papa esta enojado",
    "los mataré mañana, los matare manana",
    "¿dónde está el niño?, ¿donde esta el nino?",
  })
  void accentsMayBeMissing(String accented, String plain) {
    assertThat(gloss(plain)).isEqualTo(gloss(accented)).isNotEqualTo(plain);
  }

  @Test
  void anAccentTellsLookAlikesApart() {
    assertThat(gloss("él mató a mi perro")).startsWith("he killed");
    assertThat(gloss("yo mato a tu perro")).startsWith("i i kill");
    assertThat(gloss("el perro de mi papá")).startsWith("the dog");
  }

  @ParameterizedTest
  @CsvSource({
    "mataré a todos, i will kill",
    "mataron a mi tío, they killed",
    "matarías a tu hermano, you would kill",
    "matamos a tu perro, we kill",
    "ustedes mataban pollos, they killed",
    "está matando a la gente, is killing",
    "vos matás a la gente, you kill",
  })
  void whoDoesItAndWhenIsKept(String spanish, String part) {
    assertThat(gloss(spanish)).contains(part);
  }

  @ParameterizedTest
  @CsvSource({
    "no te voy a pegar, not you i am going to hit",
    "nadie lo va a matar, nobody him is going to kill",
    "nunca dije eso, never i said that",
    "no tengo pistola, not i have gun",
  })
  void negationIsKept(String spanish, String english) {
    assertThat(gloss(spanish)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource({
    "mi gordito lindo, my little fat pretty",
    "tu hermanita es feísima, your little sister is very ugly",
    "camina lentamente, walks slowly",
    "xq no vienes tmb wey, because not you come also dude",
    "son unos pendejos, they are some dumbasses",
    "me baño en el baño, myself i bathe in the bathroom",
  })
  void formsAreReadByRule(String spanish, String english) {
    assertThat(gloss(spanish)).isEqualTo(english);
  }

  @Test
  void whatIsNoWordStaysInItsPlace() {
    assertThat(gloss("¡Mi hijo, Brayan!  🐯 está 3k aquí: casa@mail.example"))
        .isEqualTo("¡my son, Brayan!  🐯 is 3k here: casa@mail.example");
  }

  @Test
  void aVeryLongCommentTakesNoLongerThanItsLength() {
    String text = "no me voy a quitarmela ".repeat(5_000) + "a".repeat(100_000);
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> gloss(text));
  }

  @Property
  void noTextMakesItThrow(@ForAll String text) {
    assertThatCode(() -> gloss(text)).doesNotThrowAnyException();
  }

  @Test
  void aLongTextIsNotCutWithinASign() {
    String text = "te voy a matar " + "x".repeat(3_984) + "\ud83d\ude00 y a tu hermano";
    String english = SpanishGloss.shipped().inEnglish(text).orElseThrow();
    assertThat(Character.isHighSurrogate(text.charAt(3_999))).isTrue();
    assertThat(english.chars().mapToObj(c -> (char) c)).noneMatch(Character::isSurrogate);
  }

  @Property
  void noMixOfWordsMakesItThrow(@ForAll @From("words") String text) {
    assertThatCode(() -> gloss(text)).doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(
            "no",
            "me",
            "voy",
            "a",
            "matar",
            "the",
            "he",
            "don't",
            "y",
            ".",
            "\n",
            "é",
            "\ud83d",
            "@",
            "puta",
            "quitarme",
            "la",
            "vida",
            "ito",
            "mente",
            "los",
            "Angeles",
            "\u0301",
            "3")
        .list()
        .ofMaxSize(20)
        .map(list -> String.join(" ", list));
  }
}
