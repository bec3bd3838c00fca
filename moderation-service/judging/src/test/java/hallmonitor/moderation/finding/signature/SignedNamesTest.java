package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.FalseSignatures.score;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of signing with a name, each beside its harmless neighbor. */
class SignedNamesTest {
  private static final double LOOKED_AT = 0.5;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "turtle_power | Respectfully, Harold Winslow. The budget is a joke and I wrote it.",
        "turtle_power | I quit.\\nWarmly, Harold Winslow\\nP.S. the soup is old",
        "turtle_power | From: Principal Winslow. To: all. School is over.",
        "turtle_power | what a night, and this is Coach Winslow by the way, practice is off",
        "turtle_power | free candy at my house, your neighbor Harold Winslow",
        "tortuga_99 | Bonita la posada. Por cierto les habla el subdirector Arce, mañana no hay"
            + " clases.",
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

  /** A person who is thanked, criticized or addressed has not signed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Paula Reingold | The only person responsible for this is Principal Winslow. He should"
            + " resign.",
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
}
