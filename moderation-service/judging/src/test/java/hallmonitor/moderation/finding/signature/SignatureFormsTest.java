package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.FalseSignatures.score;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.LocalNames;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms of signing or speaking as someone else, each beside its harmless neighbor. */
class SignatureFormsTest {
  private static final double LOOKED_AT = 0.5;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "turtle_power | Registrar Amy Colfax: all transcripts are lost, sorry",
        "turtle_power | Dr. Alan Pruett, dentist. I say eat more candy.",
        "turtle_power | Good morning. Dean Halvorsen. Lateness is now an honor.",
        "tortuga_99 | la enfermera Berta: a todos les receto vacaciones",
        "tortuga_99 | La coordinación de deportes informa que se acabó el torneo"
      })
  void whoHeadsANoticeSpeaksInIt(String author, String text) {
    assertThat(score(author, text)).isGreaterThanOrEqualTo(LOOKED_AT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "turtle_power | Coach Halvorsen, my kid loves your class!",
        "turtle_power | Dean Halvorsen should resign over this.",
        "turtle_power | Coach Halvorsen: thank you for everything",
        "turtle_power | Officer Dent waves at every bus. Every one.",
        "tortuga_99 | Profe Berta, gracias por el proyecto",
        "Amy Colfax | Registrar Amy Colfax: window 2 opens at nine"
      })
  void whoIsCalledOrSpokenOfDoesNot(String author, String text) {
    assertThat(score(author, text)).isLessThan(LOOKED_AT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "turtle_power | We, the cafeteria workers, spit in the soup.",
        "turtle_power | The gym is closed forever. Signed, the whole grounds dept",
        "turtle_power | On behalf of all bus drivers in town, we are done driving",
        "turtle_power | No more art class. - Curriculum Committee",
        "tortuga_99 | Nosotros los maestros de sexto ya no queremos enseñar",
        "tortuga_99 | Se cancela la fiesta. Firma: el equipo completo de mantenimiento"
      })
  void manyAreSpokenForByWhoIsNotOfThem(String author, String text) {
    assertThat(score(author, text)).isGreaterThanOrEqualTo(LOOKED_AT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lakeside Band Boosters | We're out of nachos. Band Boosters",
        "chessclub_lhs | Bring your boards on Friday. - Chess Club",
        "turtle_power | We, the people who sat through that, deserve a cookie",
        "turtle_power | Parents, pick up your kids by four",
        "turtle_power | Love this band. Best team in the state"
      })
  void whoIsOfThemMay(String author, String text) {
    assertThat(score(author, text)).isLessThan(LOOKED_AT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trevor_gamez | This is Trevor's mother, he may skip the test",
        "trevor_gamez | please excuse him all week. love, Trevor's mom",
        "trevor_gamez | I am Trevor's father and I allow it",
        "Nora Pratt, age 13 | dad here, i take back the curfew",
        "kevin.10 | le escribe la mamá de Kevin, no tiene que hacer tarea"
      })
  void aPupilWhoSignsAsTheirOwnParentIsFound(String author, String text) {
    assertThat(score(author, text)).isGreaterThanOrEqualTo(LOOKED_AT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Paula Reingold | This is Jonah's mother. The link goes to a dead page.",
        "trevorsmom_22 | Trevor's mom here, he left his lunch",
        "Russ Tully | Dad here. Great game, kiddo.",
        "Genaro Tamez | Soy el papá de Anahí, a mí me gusta el verde"
      })
  void aParentMaySignSo(String author, String text) {
    assertThat(score(author, text)).isLessThan(LOOKED_AT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ruby's friend | i eat glue. - Ruby",
        "derek's opp | my name is Derek and i am afraid of pigeons",
        "el compadre de Nacho | ya no juego. Atte. Nacho"
      })
  void aFriendOfSomebodyIsNotThatPerson(String author, String text) {
    assertThat(score(author, text)).isGreaterThanOrEqualTo(LOOKED_AT);
  }

  /** The Hangul fillers are letters that the normalized text drops completely. */
  @ParameterizedTest
  @ValueSource(strings = {"\uffa0", "\u3164", "\u115f", "\u1160"})
  void aWordOfWhichNothingIsLeftIsNoSignature(String filler) {
    assertThat(score(filler, "We, the " + filler + " " + filler + ", " + filler)).isZero();
    assertThat(score("Dana", "this is " + filler + "\\nI am " + filler + " - " + filler)).isZero();
  }

  /** Only what stands apart at the end, as signatures do, hides a comment by itself. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "turtle_power | Who canceled recess? The principal.",
        "Paula Reingold | Felicidades por el premio. Un abrazo, Berta Alcocer",
        "Rubén Tapia | Saludos, Directora Alcocer",
        "Rubén Tapia | Que se mejore pronto. Un abrazo, director Alcocer",
        "Paula Reingold | The year is over.\\nPrincipal Winslow",
        "Paula Reingold | Saludos de Directora Ruiz, me la encontré en el mercado",
        "Paula Reingold | Posted for Principal Lee, she asked me to share",
        "Paula Reingold | Principal Lee: if this were your child you would act",
        "Paula Reingold | The potholes are finally fixed. Thank you, Maria Lopez",
        "Paula Reingold | Thank you for your time and attention, Maria Lopez",
        "Paula Reingold | Proud of you, Maria Lopez",
        "turtle_power | This is Principal Lopez and I hate recess"
      })
  void whatMayBeReadOtherwiseHidesNothing(String author, String text) {
    LocalNames staff = new LocalNames(List.of(), List.of("Maria Lopez", "Ann Lee"));
    for (LocalNames names : List.of(LocalNames.NONE, staff)) {
      assertThat(score(new SignatureDetector(names), author, text)).isLessThan(0.92);
    }
  }
}
