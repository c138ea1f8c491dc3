import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { submitBacklog, triageJob, type AlertFormat } from '../api/jobs';

/** Hands a file over; `sent` is the part of it that has left. */
export function useSubmitBacklog() {
  const [sent, setSent] = useState(0);
  const submit = useMutation({
    mutationFn: ({ file, format }: { file: File; format: AlertFormat }) => submitBacklog(file, format, setSent),
    onMutate: () => setSent(0),
  });
  return { submit, sent };
}

/** A job until its end. The cases that it made replace whatever the page had loaded. */
export function useTriageJob(id: string) {
  const client = useQueryClient();
  const job = useQuery({
    queryKey: ['triage-job', id],
    queryFn: ({ signal }) => triageJob(id, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'done' || state.data?.state === 'failed' ? false : 1_000),
  });
  const done = job.data?.state === 'done';
  useEffect(() => {
    if (!done) return;
    for (const key of ['cases', 'case', 'alerts', 'overview']) void client.invalidateQueries({ queryKey: [key] });
  }, [done, client]);
  return job;
}
