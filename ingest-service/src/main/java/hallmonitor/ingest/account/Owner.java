package hallmonitor.ingest.account;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What an instance does with what it owns. */
public interface Owner {
  /** Returns all that there is to own, as district.yaml says now. */
  Set<String> units();

  /**
   * Called whenever that changes which this instance owns. Returns when it has let go of what is
   * not among it.
   */
  void own(Collection<Tenure> owned);

  /**
   * Returns how long platforms want to be left alone, by unit, so that the next owner knows it.
   * Asks nobody.
   */
  Map<String, PlatformRest> rests();

  /** Called when another instance calls; must return at once. */
  void hear(OwnerCall call);
}
