package hallmonitor.moderation.console.register;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.register.AccountDemand;
import hallmonitor.moderation.casework.register.PageFinding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides which record of each demand counts: what the program reads on the page, unless a person
 * looked on a later day.
 *
 * @param stored the newest of each demand by people, and the newest by the program
 * @param found what the page shows now, of what is asked of the account
 * @param read the day on which the page was read
 */
record LatestRecords(
    UUID entryId,
    List<RegisterRecord> stored,
    Map<AccountDemand, PageFinding> found,
    LocalDate read) {
  /** Returns the records that count, one for each demand at most. */
  List<RegisterRecord> counting() {
    List<RegisterRecord> counting = new ArrayList<>();
    for (AccountDemand demand : AccountDemand.values()) {
      Optional<RegisterRecord> seen = stored(demand, false);
      PageFinding now = found.get(demand);
      if (now == null || seen.filter(by -> outweighs(by, demand, now)).isPresent()) {
        seen.ifPresent(counting::add);
      } else {
        counting.add(
            RegisterRecord.read(
                entryId, EnumCodes.of(demand), now, now.good() ? read : since(demand)));
      }
    }
    return counting;
  }

  /**
   * A person's later look counts until the next reading. Whether a picture is like the logo can be
   * argued about: a person who looked after the program did has the last word.
   */
  private boolean outweighs(RegisterRecord by, AccountDemand demand, PageFinding now) {
    boolean arguable = demand == AccountDemand.LOGO && !now.good();
    return arguable ? !by.onDay().isBefore(since(demand)) : by.onDay().isAfter(read);
  }

  /** Something wrong is wrong since it was first read, so that its clock goes on. */
  private LocalDate since(AccountDemand demand) {
    return stored(demand, true)
        .filter(before -> !before.good())
        .map(RegisterRecord::onDay)
        .orElse(read);
  }

  /** Returns what is not stored yet: what the page shows for the first time, or differently now. */
  List<RegisterRecord> news() {
    return found.entrySet().stream()
        .filter(
            one ->
                stored(one.getKey(), true)
                    .filter(before -> before.good() == one.getValue().good())
                    .isEmpty())
        .map(one -> RegisterRecord.read(entryId, EnumCodes.of(one.getKey()), one.getValue(), read))
        .toList();
  }

  private Optional<RegisterRecord> stored(AccountDemand demand, boolean byProgram) {
    return stored.stream()
        .filter(one -> one.demand().equals(EnumCodes.of(demand)) && one.isRead() == byProgram)
        .findFirst();
  }
}
