/**
 * What must hold of a run, as a pure function over its journal: who wrote what, what was ordered,
 * sealed and told, and what the platform saw. It reads no clock, file or table.
 */
package hallmonitor.system.history;
