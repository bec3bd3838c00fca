package hallmonitor.moderation.console.request;

import hallmonitor.moderation.store.request.EarlierDecisions;
import hallmonitor.moderation.store.request.ListedItems;
import hallmonitor.moderation.store.request.RequestAnswers;
import hallmonitor.moderation.store.request.RequestDesk;
import hallmonitor.moderation.store.request.RequestItems;
import hallmonitor.moderation.store.request.RequestRedactions;
import hallmonitor.moderation.store.request.RequestScopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** Wires the records desk. */
@ApplicationScoped
public class RequestWiring {
  @Produces
  @Singleton
  RequestDesk requests(Jdbi jdbi) {
    return new RequestDesk(jdbi, Clock.systemUTC());
  }

  @Produces
  @Singleton
  RequestScopes scopes(Jdbi jdbi, RequestsConfig config) {
    return new RequestScopes(jdbi, config.mostItems());
  }

  @Produces
  @Singleton
  RequestRedactions redactions(Jdbi jdbi) {
    return new RequestRedactions(jdbi, Clock.systemUTC());
  }

  @Produces
  @Singleton
  RequestAnswers answers(Jdbi jdbi) {
    return new RequestAnswers(jdbi, Clock.systemUTC());
  }

  @Produces
  @Singleton
  RequestItems items(Jdbi jdbi) {
    return new RequestItems(jdbi, Clock.systemUTC());
  }

  @Produces
  @Singleton
  ListedItems listed(Jdbi jdbi, RequestRedactions redactions) {
    return new ListedItems(jdbi, redactions, Clock.systemUTC());
  }

  @Produces
  @Singleton
  EarlierDecisions earlier(Jdbi jdbi) {
    return new EarlierDecisions(jdbi, Clock.systemUTC());
  }
}
