package hallmonitor.ingest.action;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult;

/** Receives the outcomes of orders, for metrics. Must be quick and must not throw. */
@FunctionalInterface
public interface ActionListener {
  void done(ActionOrdered order, ActionResult result);
}
