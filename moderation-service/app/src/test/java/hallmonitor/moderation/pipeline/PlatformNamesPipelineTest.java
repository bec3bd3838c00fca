package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen.Names;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.signature.SignatureDetector;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.file.PolicyFile;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import hallmonitor.settings.district.PlatformNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an event says about its platform's names decides how an entry without a name counts. */
class PlatformNamesPipelineTest {
  private final Stage stage = new Stage();

  private String outcome(SeenComment comment) throws Exception {
    return outcome(comment, stage.rules().district());
  }

  private String outcome(SeenComment comment, District district) throws Exception {
    Policy shipped = PolicyFile.read(Files.readString(Path.of("../../deploy/config/policy.yaml")));
    RuleSnapshot rules =
        new RuleSnapshot(
            district,
            shipped,
            "policy-1",
            new Detectors(List.of(new SignatureDetector(LocalNames.NONE))),
            "model-1");
    stage.pipeline(rules, ContextSettings.DEFAULT).handle(List.of(comment.record()));
    return stage.database.one("select outcome from revision", String.class);
  }

  @Test
  void anEntryOfNobodyIsHiddenWhereTheEventSaysThatNamesAreFree() throws Exception {
    assertThat(outcome(aComment("17").by("Guest").where(Names.FREE))).isEqualTo("hide");
    assertThat(stage.orders()).hasSize(1);
    assertThat(stage.database.one("select names from revision", String.class)).isEqualTo("free");
  }

  @Test
  void aHandleIsReviewedThere() throws Exception {
    assertThat(outcome(aComment("17").by("lamp_post_07").where(Names.FREE))).isEqualTo("review");
    assertThat(stage.orders()).isEmpty();
  }

  @Test
  void neitherIsAFaultWhereTheAccountSaysThatItKnowsItsMembers() throws Exception {
    assertThat(outcome(aComment("17").by("Guest").where(Names.HANDLES))).isEqualTo("allow");
  }

  @Test
  void aMemberWhoSignedInIsKnownWhereNamesAreFreeForEverybodyElse() throws Exception {
    SeenComment comment = aComment("17").byMember("4", "lamp_post_07").where(Names.FREE);
    assertThat(outcome(comment)).isEqualTo("allow");
    assertThat(stage.database.one("select names from revision", String.class)).isEqualTo("free");
  }

  @Test
  void aMembersAccountMayBeCalledGuest() throws Exception {
    assertThat(outcome(aComment("17").byMember("4", "Guest").where(Names.FREE))).isEqualTo("allow");
  }

  @Test
  void anEventFromBeforeItSaidSoCountsByItsAccountsSetting() throws Exception {
    District district = stage.rules().district();
    Account account = district.accounts().get(0);
    Account known =
        new Account(
            account.id(),
            account.name(),
            account.platform(),
            account.building(),
            account.kind(),
            PlatformNames.HANDLES,
            account.administrator(),
            account.baseUrl(),
            account.credential(),
            account.acts(),
            account.polling());
    District changed =
        new District(
            district.name(),
            district.timeZone(),
            district.quietHours(),
            district.dangerLane(),
            district.mascots(),
            district.buildings(),
            district.people(),
            List.of(known));
    assertThat(outcome(aComment("17").by("Guest"), changed)).isEqualTo("allow");
  }

  @Test
  void anEventFromBeforeItSaidSoCountsByItsPlatformsDefaultWhereTheAccountSaysNothing()
      throws Exception {
    assertThat(outcome(aComment("17").by("Guest"))).isEqualTo("hide");
    assertThat(stage.database.one("select names from revision", String.class)).isNull();
  }
}
