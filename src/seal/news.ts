/** What a worker tells its page of an address that it asked for. */
export interface WorkerNews {
  asked: {
    address: string;
    /** When, in milliseconds since 1970. */
    at: number;
    /** Whether the policy refused it. */
    refused: boolean;
  };
}
