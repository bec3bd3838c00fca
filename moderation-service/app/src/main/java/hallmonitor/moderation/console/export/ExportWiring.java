package hallmonitor.moderation.console.export;

import hallmonitor.moderation.store.export.ArchiveExports;
import hallmonitor.moderation.store.export.ExportWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** Wires the exports of what a search found. */
@ApplicationScoped
public class ExportWiring {
  @Produces
  @Singleton
  ArchiveExports exports(Jdbi jdbi, ExportsConfig config) {
    return new ArchiveExports(jdbi, config.kept());
  }

  @Produces
  @Singleton
  ExportWork work(Jdbi jdbi, ExportsConfig config) {
    return new ExportWork(jdbi, config.mostItems());
  }
}
