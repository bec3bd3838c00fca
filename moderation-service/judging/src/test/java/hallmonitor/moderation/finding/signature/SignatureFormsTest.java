package hallmonitor.moderation.finding.signature;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which people sign or speak as somebody else, each beside its harmless neighbour. */
class SignatureFormsTest {
  private static final double LOOKED_AT = 0.5;
  private static final SignatureDetector DETECTOR = new SignatureDetector(LocalNames.NONE);

  private static double score(String author, String text) {
    return score(DETECTOR, author, text);
  }

  private static double score(SignatureDetector detector, String author, String text) {
    String lines = text.replace("\\n", "\n");
    return detector.detect(Comment.of(lines, author, "", Optional.empty(), "school")).stream()
        .filter(f -> f.category() == Category.FALSE_SIGNATURE)
        .mapToDouble(Finding::score)
        .max()
        .orElse(0);
  }

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "turtle_power | Respectfully, Harold Winslow. The budget is a joke and I wrote it.",
        "turtle_power | I quit.\\nWarmly, Harold Winslow\\nP.S. the soup is old",
        "turtle_power | From: Principal Winslow. To: all. School is over.",
        "turtle_power | what a night, and this is Coach Winslow by the way, practice is off",
        "turtle_power | free candy at my house, your neighbor Harold Winslow",
        "tortuga_99 | Bonita la posada. Por cierto les habla el subdirector Arce, mañana no hay clases.",
        "tortuga_99 | creo que yo, Mireya, no quiero ser reina"
      })
  void namesAreSignedBeforeAmidAndAfter(String author, String text) {
    assertThat(score(author, text)).isGreaterThanOrEqualTo(LOOKED_AT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tom Hadley | Great job band! Rita & Tom",
        "Genevieve Walsh | See you there. Your choir mom and treasurer, Genny",
        "Pahoua V. | Thank you all. Pa Houa Vang",
        "hoopsmom_val | Starters: Ava, Zuri, Mei, Lupe",
        "turtle_power | I think this is the principal's best year"
      })
  void whoSignsTheirOwnNameInAnyFormIsNot(String author, String text) {
    assertThat(score(author, text)).isLessThan(LOOKED_AT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "turtle_power | No recess until May. Thank you, the Main Office",
        "Paula Reingold | I will not vote for this bond. Thanks for reading, Harold Winslow",
        "Paula Reingold | We walk out at noon. Speaking for all of us, Harold Winslow, union rep",
        "Paula Reingold | Please excuse Paula from gym. Her mother, Janet Reingold",
        "Paula Reingold | I sold the trophies. Your new treasurer, Harold Winslow",
        "Paula Reingold | Proud to serve all of you, Harold Winslow, school board",
        "turtle_power | excuse him from gym. Thank you, his father, Harold Winslow",
        "turtle_power | Signing off, Coach Winslow",
        "turtle_power | ask me anything, Diana from the front desk",
        "tortuga_99 | Retiro mi planilla. Firmo: Lic. Berta Alcocer",
        "Rubén Tapia | Ya no mandaré a mis hijos. Gracias por leer, Berta Alcocer",
        "Rubén Tapia | El consejo tiene razón. Gracias, Berta Alcocer",
        "Rubén Tapia | Aceptamos todo. Por el sindicato, Berta Alcocer, secretaria general",
        "Rubén Tapia | Perdón a todos, Berta Alcocer"
      })
  void wholeFormulasStandBeforeASignature(String author, String text) {
    assertThat(score(author, text)).isGreaterThanOrEqualTo(LOOKED_AT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Paula Reingold | What a season. Thank you, Harold Winslow",
        "Paula Reingold | You changed his life. Thank you, Harold Winslow!",
        "Paula Reingold | We love our school. Thank you, front office!",
        "Paula Reingold | Meet your new treasurer, Harold Winslow",
        "Paula Reingold | In memory of a great man, Harold Winslow",
        "Paula Reingold | For the board, this is a disaster",
        "Paula Reingold | Thanks for your support, Coach Winslow!",
        "Paula Reingold | I know who did it. Harold Winslow",
        "Paula Reingold | Who runs this place? Principal Winslow",
        "Paula Reingold | The bus driver, Harold Winslow, forgot his keys",
        "turtle_power | we all stared. the DRESS",
        "turtle_power | playing tonight: @ dj trevor",
        "Rubén Tapia | lo abrazó y luego le firmó el acta",
        "Paula Reingold | I will never forget my first teacher. Mrs. Winslow",
        "Paula Reingold | This is Mrs. Winslow and she taught me to read",
        "Rubén Tapia | Saludos, maestra Berta",
        "Rubén Tapia | Con todo respeto, señor director",
        "Rubén Tapia | Por todos nosotros, director Alcocer",
        "Rubén Tapia | Gracias por todo, maestra Berta",
        "Rubén Tapia | ¡Gracias, Berta Alcocer!",
        "Rubén Tapia | Un abrazo, familia Alcocer",
        "Paula Reingold | I trust them both. Thanks for reading, Paula Reingold"
      })
  void whoIsThankedOrMeantDoesNotSign(String author, String text) {
    assertThat(score(author, text)).isLessThan(LOOKED_AT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Paula Reingold | im done with this team. trevor mackey",
        "Paula Reingold | its trevor and yes i took the flag",
        "Paula Reingold | hey its trevor keep the jacket i dont want it",
        "Paula Reingold | i, trevor mackey, copied the essay",
        "Paula Reingold | trevor mackey here, i let the goat in",
        "Paula Reingold | this is trevor on paulas phone, she is asleep",
        "turtle_power | \"fractions are fake\" - me, ms halvorsen, room 12",
        "Paula Reingold | stop asking who. It was me, Trevor Mackey.",
        "Paula Reingold | she cant come to the phone this is principal winslow and she is expelled",
        "Rubén Tapia | hola soy trevor el de octavo y me gusta Ana",
        "Rubén Tapia | fui yo, Nestor Mackey, quien rayó la pared"
      })
  void pupilsSignInSmallLettersAndSayMe(String author, String text) {
    assertThat(score(author, text)).isGreaterThanOrEqualTo(LOOKED_AT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Paula Reingold | i told you. trevor won",
        "Paula Reingold | i said so. mark my words",
        "Paula Reingold | i want both. art club",
        "Paula Reingold | its trevor and his brother who did it",
        "Paula Reingold | its trevor again lol",
        "Paula Reingold | she told me, Mr. Halvorsen, that you never called",
        "Paula Reingold | it was me and trevor mackey who found the dog",
        "Paula Reingold | I think this is Principal Winslow and his wife",
        "quiet.kid | I wrote all the names down. alphabetical",
        "Trevor Mackey | im done with this team. trevor mackey"
      })
  void whoIsSpokenOfInSmallLettersDoesNot(String author, String text) {
    assertThat(score(author, text)).isLessThan(LOOKED_AT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Paula Reingold | We are moving and will not be back. The Halvorsens",
        "Paula Reingold | Keep the deposit. The Halvorsen Family",
        "turtle_power | It changed our lives. God bless, the Halvorsen family",
        "Rubén Tapia | Ya no volveremos. Familia Alcocer Ruiz",
        "tortuga_99 | Nosotros, la familia Alcocer, pedimos perdón por la rifa"
      })
  void aFamilySignsByItsName(String author, String text) {
    assertThat(score(author, text)).isGreaterThanOrEqualTo(LOOKED_AT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Paula Reingold | We are going to beat them. The Hornets",
        "Paula Reingold | Nobody does it better. The Beatles",
        "Inga Halvorsen | We are moving. The Halvorsens",
        "Paula Reingold | Our deepest sympathy to the Halvorsen family",
        "Rubén Tapia | Que ganen los mejores. Los Pumas"
      })
  void aTeamOrAFamilySpokenToDoesNot(String author, String text) {
    assertThat(score(author, text)).isLessThan(LOOKED_AT);
  }

  /** The Hangul fillers are letters of which nothing is left in the normalised text. */
  @ParameterizedTest
  @ValueSource(strings = {"\uffa0", "\u3164", "\u115f", "\u1160"})
  void aWordOfWhichNothingIsLeftIsNoSignature(String filler) {
    assertThat(score(filler, "We, the " + filler + " " + filler + ", " + filler)).isZero();
    assertThat(score("Dana", "this is " + filler + "\\nI am " + filler + " - " + filler)).isZero();
  }

  /** Whoever is thanked, criticised or written to has not signed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Paula Reingold | The only person responsible for this is Principal Winslow. He should resign.",
        "Paula Reingold | The man to thank for this is Mayor Ortiz. Great guy.",
        "Paula Reingold | Por este medio, Directora Ruiz, le solicito una reunión.",
        "Paula Reingold | Thanks for all that you have done for us, Principal Reyes",
        "Paula Reingold | Thank you for being such a great coach to us, Mike Reyes",
        "Paula Reingold | Thank you, for everything you do for us, Principal Reyes",
        "Paula Reingold | Gracias por todo lo que siempre hace por nosotros, Directora Ruiz",
        "Paula Reingold | My votes: for school board, Ann Lee",
        "Paula Reingold | For my favorite teacher, Ann Lee",
        "Paula Reingold | We in this district pay too much in taxes",
        "turtle_power | We of course love our teachers",
        "turtle_power | We the people want a new school board"
      })
  void whoIsThankedBlamedOrAskedHasNotSigned(String author, String text) {
    assertThat(score(author, text)).isLessThan(LOOKED_AT);
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
