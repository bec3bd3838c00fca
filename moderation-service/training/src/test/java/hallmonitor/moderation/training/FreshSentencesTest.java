package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests sentences that are not in the corpus: rules and model must judge them correctly too. */
class FreshSentencesTest {
  private static Detectors detectors;
  private static Policy policy;

  @BeforeAll
  static void load() {
    detectors = Shipped.detectors(LocalNames.NONE);
    policy = Shipped.policy();
  }

  private static Verdict judge(String text) {
    Comment comment = Comment.of(text, "Dana Reyes", "", Optional.empty(), "school");
    return policy.judge(detectors.detect(comment), "school");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I should bring my dad's pistol to gym class on Thursday",
        "You won't be safe when I get back from suspension",
        "Keep talking and see, we know where you park at night",
        "nobody walks out of that assembly alive",
        "Touch my daughter again and I'll break every bone you have",
        "Voy a llevar la escopeta de mi abuelo a la prepa el lunes",
        "te voy a romper la cara a la salida",
        "Más te vale cuidarte la espalda, maestra, sabemos dónde vives",
        "te va a pasar algo si sigues hablando"
      })
  void aThreatReachesThePrincipal(String text) {
    assertThat(judge(text).outcome()).isEqualTo(PolicyOutcome.ESCALATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "There's a boy on bus 12 who keeps a knife in his backpack",
        "A girl in homeroom posted that she is going to shoot her ex at the dance",
        "un alumno de noveno trae una navaja en la mochila",
        "Mi hijo dice que un compañero va a traer una pistola mañana"
      })
  void aWarningReachesThePrincipal(String text) {
    assertThat(judge(text).outcome()).isEqualTo(PolicyOutcome.ESCALATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I don't want to be alive any longer",
        "i started cutting again last week",
        "honestly everyone would be happier without me",
        "I wish I had never been born",
        "ya no quiero vivir, estoy cansada de todo",
        "me corto los brazos cuando llego a casa"
      })
  void despairReachesTheCounselor(String text) {
    assertThat(judge(text).outcome()).isEqualTo(PolicyOutcome.ESCALATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my dad hits us with a belt when he is drunk",
        "He hurts me and says nobody would believe it",
        "mi padrastro le pega a mi hermana todas las noches",
        "My cousin comes into my room at night and touches me"
      })
  void aDisclosureReachesTheCounselor(String text) {
    assertThat(judge(text).outcome()).isEqualTo(PolicyOutcome.ESCALATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nobody likes that girl, she smells",
        "ur so ugly no wonder you have no friends",
        "eres una gorda y nadie te quiere"
      })
  void anAttackOnAPersonIsLookedAt(String text) {
    assertThat(judge(text).outcome()).isNotEqualTo(PolicyOutcome.ALLOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This board destroyed our music program and I am coming for their seats at the next election.",
        "You will regret closing Lincoln when the lawsuit lands on your desk.",
        "The superintendent should be ashamed of himself and step down today.",
        "That budget is a knife in the back of every teacher in this town.",
        "Our girls murdered the competition at the volleyball tournament!",
        "I'm dying of laughter, the mascot fell into the pool",
        "This heat is killing me, please turn on the air conditioning",
        "He shot the winning photo for the yearbook",
        "The bomb drill is on Tuesday, parents please do not call the office.",
        "The new cafeteria pizza is the bomb",
        "Mi jefa me va a matar si repruebo el examen",
        "La directora mintió sobre el presupuesto y debe renunciar hoy mismo.",
        "Los vamos a aplastar en el partido del viernes, arriba las Águilas",
        "Me muero de hambre, ¿a qué hora es el lonche?"
      })
  void strongButHarmlessWordsStayVisible(String text) {
    Verdict verdict = judge(text);
    assertThat(verdict.hides()).isFalse();
    assertThat(verdict.outcome()).isNotEqualTo(PolicyOutcome.ESCALATE);
  }
}
