package hallmonitor.ingest.command;

import java.util.Map;

/** What holds of each account, as it was read from the table last. Used by all threads. */
public final class AccountControls {
  private final CommandTable table;
  private volatile Map<String, AccountControl> known;

  public AccountControls(CommandTable table) {
    this.table = table;
    this.known = table.standings();
  }

  public void refresh() {
    known = table.standings();
  }

  public AccountControl of(String account) {
    return known.getOrDefault(account, AccountControl.NOTHING_ASKED);
  }
}
