package hallmonitor.moderation.console.tips;

import hallmonitor.moderation.console.appeal.AppealSeal;
import hallmonitor.moderation.store.tips.NewTip;
import hallmonitor.moderation.store.tips.NewTip.Screenshot;
import hallmonitor.moderation.store.tips.TipDesk;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Hands what was typed to the desk. */
@ApplicationScoped
public class TipIntake {
  private static final String STATE = "tip state";

  private final AppealSeal seal;
  private final TipDesk desk;
  private final TipPlans plans;

  TipIntake(AppealSeal seal, TipDesk desk, TipPlans plans) {
    this.seal = seal;
    this.desk = desk;
    this.plans = plans;
  }

  /** Returns the same id for the same form with the same words, so that it is one tip. */
  UUID id(String form, TipForm typed) {
    return seal.id(
        "tip", form, typed.link(), typed.text(), typed.place(), typed.what(), typed.urgency());
  }

  /** Returns the token of the private link to a tip's status. */
  String state(UUID id) {
    return seal.token(STATE, id);
  }

  void receive(
      UUID id, TipForm typed, TipSender sender, Optional<Screenshot> screenshot, String language) {
    desk.receive(
        new NewTip(
            id,
            seal.code(id),
            seal.hash(state(id)),
            sender.way(),
            typed.chosenUrgency(),
            typed.category(),
            typed.link(),
            typed.place(),
            typed.text(),
            language,
            sender.reporter(typed),
            screenshot),
        plans.of(typed));
  }
}
