package hallmonitor.system.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must have happened in a run. Where nothing happened, no promise was tried. */
final class LeastWork {
  private final Map<String, Long> amounts = new LinkedHashMap<>();

  /**
   * Notes an amount.
   *
   * @param what in the plural
   */
  LeastWork of(String what, long amount) {
    amounts.put(what, amount);
    return this;
  }

  /** Returns one sentence for each thing that never happened. */
  List<String> missing() {
    return amounts.entrySet().stream()
        .filter(one -> one.getValue() == 0)
        .map(one -> "the run shows nothing, since there were no " + one.getKey())
        .toList();
  }

  @Override
  public String toString() {
    return String.join(
        ", ", amounts.entrySet().stream().map(one -> one.getValue() + " " + one.getKey()).toList());
  }
}
