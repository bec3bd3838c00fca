package hallmonitor.moderation.console.home;

import hallmonitor.settings.district.District;
import hallmonitor.settings.district.WebAddresses;
import java.net.URI;
import java.util.List;

/**
 * What an installation has so far; the checklist derives its state from it.
 *
 * @param district the current file
 * @param connected ids of accounts that are connected
 * @param notices whether anyone was ever notified of an escalation
 * @param comments whether any comment was ever read
 * @param people who may sign in
 */
record SetupFacts(
    District district, List<String> connected, boolean notices, boolean comments, long people) {
  /** The district in the default files. */
  private static final String SAMPLE = "Maple Valley School District 12";

  /** Mail to this domain never arrives (RFC 2606); the default files use it. */
  private static final String NOWHERE = ".example";

  boolean districtIsTheirs() {
    return !district.name().equals(SAMPLE);
  }

  boolean peopleAreTheirs() {
    return !district.people().isEmpty()
        && district.people().stream().noneMatch(person -> person.email().endsWith(NOWHERE));
  }

  /** Returns whether an account other than the practice page is connected. */
  boolean accountIsConnected() {
    return district.accounts().stream()
        .filter(account -> connected.contains(account.id()))
        .anyMatch(account -> !isHere(account.baseUrl()));
  }

  private static boolean isHere(URI address) {
    return WebAddresses.isThisMachine(address);
  }
}
