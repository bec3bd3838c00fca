package hallmonitor.moderation.store;

import hallmonitor.contract.event.PlatformAction;
import hallmonitor.moderation.casework.Action;
import hallmonitor.moderation.casework.Words;

/** The domain's actions and the contract's. */
final class ActionWords {
  private ActionWords() {}

  static String of(Action action) {
    return Words.of(action);
  }

  static PlatformAction ordered(Action action) {
    return switch (action) {
      case HIDE -> PlatformAction.HIDE;
      case RESTORE -> PlatformAction.RESTORE;
    };
  }
}
