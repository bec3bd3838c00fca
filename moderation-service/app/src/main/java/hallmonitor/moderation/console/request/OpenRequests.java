package hallmonitor.moderation.console.request;

import hallmonitor.moderation.console.access.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The open requests that the viewer may add a search to, for the page of the search. */
@RequestScoped
@Named("openRequests")
public class OpenRequests {
  private final RequestQueries queries;
  private final RequestOffice office;
  private final Viewer viewer;
  private @Nullable List<RequestView> all;

  OpenRequests(RequestQueries queries, RequestOffice office, Viewer viewer) {
    this.queries = queries;
    this.office = office;
    this.viewer = viewer;
  }

  /** Returns them, read once for a page. */
  public List<RequestView> getAll() {
    if (all == null) {
      all = read();
    }
    return all;
  }

  private List<RequestView> read() {
    return viewer.isKeepsRecords()
        ? queries.list(
            RequestFilter.of("open", false, "", office.today()), viewer.userName(), false)
        : List.of();
  }
}
