package hallmonitor.ingest.push;

import java.util.List;
import java.util.Optional;

/** The accounts that can take deliveries now. Must be thread-safe. */
public interface PushTargets {
  Optional<PushTarget> target(String account);

  List<PushTarget> all();
}
