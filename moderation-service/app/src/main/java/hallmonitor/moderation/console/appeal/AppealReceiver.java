package hallmonitor.moderation.console.appeal;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.rules.ObjectionRules;
import hallmonitor.moderation.store.objections.AppealDesk;
import hallmonitor.moderation.store.objections.HandBlockAppeals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Hands an appeal to where it belongs: what was ordered here, or a block made by hand. */
@ApplicationScoped
class AppealReceiver {
  private final AppealSeal seal;
  private final AppealDesk ordered;
  private final HandBlockAppeals byHand;
  private final LiveRules rules;
  private final ObjectionRules objections;

  AppealReceiver(
      AppealSeal seal,
      AppealDesk ordered,
      HandBlockAppeals byHand,
      LiveRules rules,
      ObjectionRules objections) {
    this.seal = seal;
    this.ordered = ordered;
    this.byHand = byHand;
    this.rules = rules;
    this.objections = objections;
  }

  /** Receives a correct form; one with an unknown reference is dropped. */
  void receive(UUID id, ShortCode reference, AppealForm typed) {
    String codeHash = seal.hash(seal.code(id));
    HandBlockAppeals.Objection objection =
        new HandBlockAppeals.Objection(
            id, reference, typed.who(), typed.contact(), typed.why(), codeHash);
    if (typed.byName()) {
      HandBlockAppeals.Named named = new HandBlockAppeals.Named(typed.page(), typed.author());
      byHand.receive(objection, named, this::due);
      return;
    }
    boolean known =
        ordered.receive(
            new AppealDesk.NewAppeal(
                id,
                reference,
                "form",
                typed.who(),
                typed.contact(),
                typed.why(),
                Optional.of(codeHash),
                Optional.empty()),
            this::due);
    if (!known) {
      byHand.receive(objection, this::due);
    }
  }

  private Instant due(Instant came) {
    return objections.appealDue(came, rules.district().current().value().timeZone());
  }
}
