package hallmonitor.moderation.console.tips;

import hallmonitor.moderation.console.appeal.AppealRateLimit;
import hallmonitor.moderation.store.tips.NewTip.Way;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How often someone may report. Every way counts for itself, and the public's for each school, so
 * that a flood closes the form for as few as possible.
 */
@ApplicationScoped
public class TipLimits {
  private final AppealRateLimit tries;
  private final TipConfig config;

  TipLimits(AppealRateLimit tries, TipConfig config) {
    this.tries = tries;
    this.config = config;
  }

  /**
   * Counts a tip and returns true if it is within the limit.
   *
   * @param by id of the building for the public, of the link, or of the person
   */
  boolean maySend(Way way, String by, String address) {
    int staff = config.staffSendsAnHour();
    return switch (way) {
      case PUBLIC ->
          tries.may("tip-public", address, config.sendsAnHour())
              && tries.may(
                  "tip-public:" + by, address, config.sendsAnHour(), config.schoolSendsAnHour());
      case SCHOOL -> tries.may("tip-school:" + by, address, staff, config.schoolSendsAnHour());
      case STAFF -> tries.may("tip-staff:" + by, address, staff, staff);
    };
  }

  /** Counts a status lookup and returns true if it is within the limit. */
  boolean mayLook(String address) {
    return tries.may("tip-look", address, config.looksAnHour());
  }
}
