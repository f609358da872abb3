export const exportJobName = 'privacy.export';
export const eraseJobName = 'privacy.erase';
