/**
 * Stand-ins of platforms that no test can reach: they speak each API according to its
 * documentation, on loopback, with paging that drifts, tokens that expire, limits, and outages.
 * Independent clients test them ({@code GoogleClientTest}, {@code RestFbTest}), so that the
 * connectors are not only tested against their own author's opinion. The practice town of the local
 * run shows three of them to people. Nothing here knows a connector or a test framework.
 */
package hallmonitor.standin;
