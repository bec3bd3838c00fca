package hallmonitor.moderation.console.register;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.register.AccountDemand;
import hallmonitor.moderation.casework.register.KindRules;
import hallmonitor.moderation.casework.register.RegisterGap;
import hallmonitor.moderation.casework.register.SeenPage;
import hallmonitor.moderation.wording.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account of the register with everything known about it, and its gaps.
 *
 * @param rules what is asked of its kind
 * @param latest the record of each demand that counts
 * @param page what it says about itself; absent if it was not read
 * @param unstored what was read there and is not on record yet
 */
public record RegisteredAccount(
    RegisterEntry entry,
    KindRules rules,
    List<RegisterHolder> holders,
    List<RegisterRecord> latest,
    Optional<SeenPage> page,
    List<RegisterRecord> unstored,
    List<RegisterGap> gaps) {
  /** Most gaps that a list shows. */
  private static final int SHOWN = 3;

  /**
   * A demand and how it stands.
   *
   * @param latest null if nothing was recorded
   * @param due the day after which it is looked at again; null for never, or if nothing was
   *     recorded
   * @param overdue whether that day has passed
   */
  public record DemandLine(
      AccountDemand demand,
      @Nullable RegisterRecord latest,
      @Nullable LocalDate due,
      boolean overdue) {
    public String getCode() {
      return EnumCodes.of(demand);
    }

    public Sentence getName() {
      return RegisterWords.name(demand);
    }

    public Sentence getTask() {
      return RegisterWords.task(demand);
    }

    /** Returns {@code good}, {@code warning} or {@code bad}. */
    public String getTone() {
      if (latest == null || !latest.good()) {
        return "bad";
      }
      return overdue ? "warning" : "good";
    }
  }

  long count(RegisterGap.Kind kind) {
    return gaps.stream().filter(gap -> gap.cause().kind() == kind).count();
  }

  /** Returns the first gaps in words. */
  public List<Sentence> getFirstGaps() {
    return gaps.stream().limit(SHOWN).map(RegisterWords::gap).toList();
  }

  public List<Sentence> getGapsInWords() {
    return gaps.stream().map(RegisterWords::gap).toList();
  }

  /** Returns the number of gaps that {@link #getFirstGaps} leaves out. */
  public int getMoreGaps() {
    return Math.max(0, gaps.size() - SHOWN);
  }

  /** Returns what the district asks, in order, and how it stands. */
  public List<DemandLine> getDemands() {
    return rules.demands().keySet().stream().map(this::line).toList();
  }

  private DemandLine line(AccountDemand demand) {
    Optional<RegisterRecord> record =
        latest.stream().filter(r -> r.demand().equals(EnumCodes.of(demand))).findFirst();
    LocalDate due =
        record
            .flatMap(
                r ->
                    rules
                        .demands()
                        .getOrDefault(demand, Optional.empty())
                        .map(time -> r.onDay().plus(time)))
            .orElse(null);
    boolean overdue =
        gaps.stream()
            .anyMatch(
                gap ->
                    gap.cause() == RegisterGap.Cause.NOT_LOOKED_AGAIN
                        && gap.about().equals(EnumCodes.of(demand)));
    return new DemandLine(demand, record.orElse(null), due, overdue);
  }

  /** Returns what it says about itself, or null. */
  public @Nullable SeenPage getReadPage() {
    return page.orElse(null);
  }

  /** Returns what its page lacks or shows wrongly, as it was last read. */
  public List<RegisterRecord> getPageLacks() {
    return latest.stream().filter(record -> record.isRead() && !record.good()).toList();
  }

  /** Returns what its page shows as the district asks, as it was last read. */
  public List<RegisterRecord> getPageShows() {
    return latest.stream().filter(record -> record.isRead() && record.good()).toList();
  }

  public List<RegisterHolder> getHolding() {
    return holders.stream().filter(RegisterHolder::isHolding).toList();
  }
}
