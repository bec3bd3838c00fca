/**
 * Stand-ins of platforms that no test can reach: they speak each API as its documentation says, on
 * loopback, with paging that drifts, tokens that end, limits, and outages. Independent clients test
 * them ({@code GoogleClientTest}, {@code RestFbTest}), so that the connectors are not held against
 * their own author's opinion alone. Nothing here knows a test framework.
 */
package hallmonitor.ingest.standin;
