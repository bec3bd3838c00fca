package hallmonitor.moderation.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.NovakAtWork;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that a case's history names people and not parts of the program, in both languages. */
@ConsoleTest
class HistoryTest extends NovakAtWork {
  private UUID id;

  @BeforeEach
  void somebodyIsNotifiedAndAnswers() {
    id =
        seed.aCase("1")
            .judged("escalate", "3.1")
            .event("policy", "opened", "Clause 3.1, Threats: Can be meant as a threat.")
            .event(
                "policy",
                "judged-again",
                "Clause 3.1, Threats: These words stand in a picture of the comment. Can be meant as a"
                    + " threat.")
            .event("policy", "escalated", "principal, assistant-principal")
            .event("notifier", "notice-sent", "To okafor (principal).")
            .event("notifier", "message-sent", "Text message to okafor (principal).")
            .event("notifier", "message-sent", "To PagerDuty (duty). It says that someone has it.")
            .event("notifier", "message-failed", "Roster nights. Everyone is away.")
            .event(
                "notifier",
                "message-failed",
                "Call to okafor (principal). The gateway answers 503 (busy). It is not tried again: it"
                    + " may have arrived, and would come too often.")
            .event("notifier", "reminded", "Reminded okafor.")
            .event("notifier", "passed-on", "From okafor to reyes, webb.")
            .event("notifier", "acknowledged", "By okafor. Next step: I call the family.")
            .event("notifier", "action-asked", "okafor asked on the answer page to hide it.")
            .event("novak", "restore-ordered", "Clause 3.1. It was a quote.")
            .there();
  }

  private String page(String language) {
    return novak
        .get("/cases/" + id, "Accept-Language", language)
        .asString()
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }

  @Test
  void peopleAreNamedAndWhatNobodyDidHappenedAutomatically() {
    assertThat(page("en"))
        .contains(
            "To Ngozi Okafor (principal).",
            "Text message to Ngozi Okafor (principal).",
            "To PagerDuty (duty). It says that someone has it.",
            "Roster nights. Everyone is away.",
            "Reminded Ngozi Okafor.",
            "· Ngozi Okafor Next step: I call the family.",
            "· Ngozi Okafor Asked on the answer page to hide it.",
            "· Petra Novak Clause 3.1. It was a quote.",
            "· automatically",
            "principal, assistant principal")
        .doesNotContain("okafor", "notifier", "By Ngozi");
  }

  @Test
  void somebodyWhomNobodyKnowsAnymoreKeepsTheUserName() {
    seed.event(id, "gone-since", "dismissed", "");

    assertThat(page("en")).contains("· gone-since");
  }

  @Test
  void inSpanishTheProgramsOwnWordsAreSpanishAndThePersonsOwnStay() {
    assertThat(page("es"))
        .contains(
            "A Ngozi Okafor (director).",
            "Mensaje de texto a Ngozi Okafor (director).",
            "A PagerDuty (duty). Dice que alguien se ocupa.",
            "Lista de guardias nights.",
            "La pasarela responde 503 (busy). No se intenta de nuevo: quizá llegó, y llegaría"
                + " demasiadas veces.",
            "Se le recordó a Ngozi Okafor.",
            "· Ngozi Okafor Próximo paso: I call the family.",
            "Cláusula 3.1, Amenazas: Puede ser una amenaza.",
            "Cláusula 3.1, Amenazas: Estas palabras están en una imagen del comentario. Puede ser una"
                + " amenaza.",
            "Cláusula 3.1: Amenazas",
            "· automáticamente")
        .doesNotContain("okafor", "notificador");
  }
}
