package hallmonitor.moderation.console.tips;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.TipNotice;
import hallmonitor.moderation.console.comments.LinkedComments;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.tips.TipPlan;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import hallmonitor.settings.district.District.AccountKind;
import hallmonitor.settings.district.District.Building;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Applies the district's current rules to a tip. */
@ApplicationScoped
public class TipPlans {
  private final LinkedComments links;
  private final TipKinds kinds;
  private final LiveRules rules;
  private final TipConfig config;

  TipPlans(LinkedComments links, TipKinds kinds, LiveRules rules, TipConfig config) {
    this.links = links;
    this.kinds = kinds;
    this.rules = rules;
    this.config = config;
  }

  TipPlan of(TipForm tip) {
    RuleSnapshot now = rules.get();
    Optional<CommentKey> comment = links.one(tip.link());
    Optional<Account> account = comment.flatMap(c -> now.district().account(c.account()));
    Clause clause = kinds.clauseOf(tip.category());
    boolean group = account.filter(a -> a.kind() == AccountKind.SCHOOL_BASED_GROUP).isPresent();
    return new TipPlan(
        comment,
        account.map(Account::building).orElse(tip.school()),
        clause,
        TipNotice.of(tip.chosenUrgency(), group, clause),
        account.map(Account::name).orElseGet(() -> name(now.district(), tip.school())),
        now.policyVersion(),
        now.modelVersion(),
        config.noticesAnHour());
  }

  private static String name(District district, String building) {
    return district.building(building).map(Building::name).orElse(building);
  }
}
