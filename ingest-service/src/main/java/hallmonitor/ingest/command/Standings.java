package hallmonitor.ingest.command;

import java.util.Map;

/** What holds of each account, as it was read from the table last. Used by all threads. */
public final class Standings {
  private final CommandTable table;
  private volatile Map<String, Standing> known;

  public Standings(CommandTable table) {
    this.table = table;
    this.known = table.standings();
  }

  public void refresh() {
    known = table.standings();
  }

  public Standing of(String account) {
    return known.getOrDefault(account, Standing.NOTHING_ASKED);
  }
}
