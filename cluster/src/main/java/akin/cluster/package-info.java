/**
 * A Flink cluster of several JVMs on this machine, for people and for tests.
 *
 * <p>A {@link akin.cluster.Supervisor} starts the JVMs and starts those again that die. ZooKeeper remembers which job
 * runs and from which checkpoint it goes on, so that a new JobManager takes the job up where the old one left it; a single
 * peer, out of Flink's own jars, is enough for that on one machine.
 */
package akin.cluster;
