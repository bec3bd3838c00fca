package hallmonitor.moderation.console.tips;

import hallmonitor.moderation.console.ConsoleConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** Addresses of the form and of what belongs to it, as people outside reach them. */
@ApplicationScoped
public class TipAddresses {
  private final URI base;

  TipAddresses(TipConfig tips, ConsoleConfig console) {
    this.base = tips.address().orElse(console.url());
  }

  /** Returns the whole address of a path. */
  public URI of(String path) {
    return base.resolve(path);
  }
}
