package hallmonitor.ingest.command;

import java.util.Map;

/** The current control of each account, as last read from the table. Thread-safe. */
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
