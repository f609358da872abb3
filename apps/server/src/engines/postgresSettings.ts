/**
 * PostgreSQL's settings, written to `throughline.conf` in the cluster at each start and included at the end of
 * postgresql.conf. What an operator sets with ALTER SYSTEM wins over them. Fit for two cores and a small machine.
 */
export function postgresSettings(): string {
  const settings: Record<string, string> = {
    // Reached over loopback with a password; no socket, so no folder other local users could get at.
    listen_addresses: "'127.0.0.1'",
    unix_socket_directories: "''",
    password_encryption: "'scram-sha-256'",
    max_connections: '200',

    shared_buffers: "'256MB'",
    effective_cache_size: "'1GB'",
    work_mem: "'8MB'",
    maintenance_work_mem: "'128MB'",
    max_parallel_workers_per_gather: '1',
    random_page_cost: '1.1',
    jit: 'off',

    // An answered request has reached the disk.
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_level: "'replica'",
    wal_buffers: "'16MB'",
    max_wal_size: "'2GB'",
    min_wal_size: "'128MB'",
    checkpoint_timeout: "'15min'",
    checkpoint_completion_target: '0.9',

    // The outbox is read up to the oldest open transaction: one that is forgotten would hold every subscriber back.
    idle_in_transaction_session_timeout: "'15s'",
    transaction_timeout: "'60s'",

    autovacuum_naptime: "'15s'",
    autovacuum_vacuum_scale_factor: '0.05',
    autovacuum_analyze_scale_factor: '0.05',

    timezone: "'UTC'",
    log_timezone: "'UTC'",
    lc_messages: "'C'",
    datestyle: "'iso, ymd'",

    // One file per weekday, each overwritten a week later: the log cannot fill the disk by age.
    logging_collector: 'on',
    log_directory: "'log'",
    log_filename: "'postgres-%a.log'",
    log_truncate_on_rotation: 'on',
    log_rotation_age: "'1d'",
    log_rotation_size: '0',
    log_line_prefix: "'%m [%p] '",
    log_checkpoints: 'off',
    log_min_duration_statement: "'1s'",
    // Values of parameters may be personal data; they stay out of the log.
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  return `# Written by Throughline at each start; change settings with ALTER SYSTEM instead.\n${lines.join('\n')}\n`;
}
