package hallmonitor.moderation.console.appeal;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.console.ConsoleDatabase;
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
  private final ConsoleDatabase database;
  private final AppealSeal seal;
  private final AppealDesk ordered;
  private final HandBlockAppeals byHand;
  private final LiveRules rules;
  private final ObjectionRules objections;

  AppealReceiver(
      ConsoleDatabase database,
      AppealSeal seal,
      AppealDesk ordered,
      HandBlockAppeals byHand,
      LiveRules rules,
      ObjectionRules objections) {
    this.database = database;
    this.seal = seal;
    this.ordered = ordered;
    this.byHand = byHand;
    this.rules = rules;
    this.objections = objections;
  }

  /**
   * Returns whether an appeal with this reference would be received; the public never learns it.
   */
  boolean knows(ShortCode reference) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select exists (select from appeal_reference where reference = :r)
                      or exists (select from hand_block where reference = :r and disposal_id is null)
                    """)
                .bind("r", reference.signs())
                .mapTo(boolean.class)
                .one());
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
